/** The import API from the browser: JSON in, JSON out, problems as exceptions. Same origin, so cookies go along. */
import { type Answered, isRefused } from '@/lib/contracts/action-refused';
import type { Problem } from '@/lib/contracts/import-api';

/** A refusal by the server (RFC 9457). `errors` holds messages by field where the server knows the field. */
export class ApiProblem extends Error {
  readonly problem: Problem & { errors?: Record<string, string> };

  constructor(problem: Problem & { errors?: Record<string, string> }) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Calls `/api/v1${path}`. The type of the answer is the one the contract names; throws `ApiProblem`. Whose session is over
 * is led to the sign-in, and back to the page afterwards.
 */
export async function callApi<Answer = void>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  try {
    return await call<Answer>(method, `/api/v1${path}`, body, signal);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === 'not_signed_in') goToSignIn();
    throw error;
  }
}

/**
 * For what cannot say itself that nobody is signed in any more (a server action, a stream, a download): asks the server, and
 * leads to the sign-in where that is so.
 * @returns whether somebody is signed in, as far as the server can be reached
 */
export async function isSignedIn(): Promise<boolean> {
  try {
    await callApi('GET', '/account');
    return true;
  } catch (error) {
    return !(error instanceof ApiProblem && error.problem.code === 'not_signed_in');
  }
}

/** Runs a server action; whose session is over is led to the sign-in. Throws `ApiProblem` where it is refused. */
export async function act<Answer>(run: () => Promise<Answered<Answer>>): Promise<Answer> {
  try {
    return await answerOf(run());
  } catch (error) {
    await isSignedIn();
    throw error;
  }
}

/** What a server action answers; throws `ApiProblem` where it is refused. */
export async function answerOf<Answer>(asked: Promise<Answered<Answer>>): Promise<Answer> {
  const answer = await asked;
  if (isRefused(answer)) throw new ApiProblem({ type: 'about:blank', title: 'Refused', ...answer.refused });
  return answer;
}

/** Leads to the sign-in, and back to this page from there. */
export function goToSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
}

/** Calls an address of this server, as `callApi` does, and leads nowhere. */
export async function call<Answer = void>(
  method: Method,
  url: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    signal,
    cache: 'no-store',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(unreachable);
  });
  const text = await answer.text();
  if (!answer.ok) throw new ApiProblem(readProblem(answer.status, text));
  return (text ? JSON.parse(text) : undefined) as Answer;
}

/** The problem in an answer that is not a success, or a plain one where the body is something else (a proxy's page). */
export function readProblem(status: number, text: string): Problem & { errors?: Record<string, string> } {
  try {
    const parsed = JSON.parse(text);
    if (typeof parsed?.detail === 'string') return parsed;
  } catch {
    // Not JSON: fall through to a sentence of our own.
  }
  return { ...unreachable, status, detail: `The server answered ${status}. Try again in a moment.` };
}

export const unreachable: Problem = {
  type: 'about:blank',
  title: 'Not reachable',
  status: 0,
  code: 'unreachable',
  detail: 'Import Desk cannot be reached. Check the connection and try again.',
};

/** One sentence for a person, whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.problem.detail : 'Something went wrong in this page. Reload it and try again.';
