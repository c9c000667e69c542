/** Requests as no browser sends them: any target, any Host, any Origin or none, a length that is a lie, a body that breaks off. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Desk } from './serve';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * One request with exactly these headers; nothing is added but Host, and the administrator's session, where they are not given.
 * An empty `cookie` leaves it out.
 */
export const raw = (
  { baseUrl, cookie }: Pick<Desk, 'baseUrl' | 'cookie'>,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const length: Record<string, number> = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const session = headers.cookie === undefined ? { cookie } : {};
    const { hostname, port } = new URL(baseUrl);
    const sent = request(
      { hostname, port, path, method, headers: { ...length, ...session, ...headers }, agent: false },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

/** Sends the head of a request and leaves the body to the caller. An empty value leaves its header out. */
export const head = (
  { baseUrl, cookie }: Pick<Desk, 'baseUrl' | 'cookie'>,
  method: string,
  path: string,
  headers: Record<string, string | number>,
): Socket => {
  const { hostname, port, host } = new URL(baseUrl);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries({ host, cookie, origin: baseUrl, ...headers }).flatMap(([name, value]) =>
    value === '' ? [] : [`${name}: ${value}`],
  );
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  return socket;
};

/** The first line of the answer, as soon as it is there. */
export const firstLine = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const end = text.indexOf('\r\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`The connection was closed after “${text}”.`)));
  });
