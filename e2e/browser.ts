import type { Desk } from './serve';

/** A browser without pages: keeps the cookies that it is given, and sends them along. */
export function browserOf(desk: Desk) {
  const cookies = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/json', ...init.headers, cookie };
    const answer = await desk.call(path, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (/max-age=0/i.test(set)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return answer;
  };
  return {
    call,
    cookies,
    /** Asks the sign-in, below `/api/auth`. */
    auth: (path: string, body: object = {}, headers: Record<string, string> = {}) =>
      call(`/api/auth${path}`, { method: 'POST', body: JSON.stringify(body), headers }),
  };
}
