/** The import API as a script would call it: for the bench and the screenshots. */
import { Agent, request } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { asSignedIn } from './first-person.mjs';

const pollEvery = 100;
const agent = new Agent({ keepAlive: true });

/**
 * One request. A body is streamed with its length told. Throws with the problem's own words for anything but 2xx.
 * @param {string} baseUrl
 * @param {string} method
 * @param {string} path
 * @param {{ body: Readable, length: number, type: string }} [content]
 * @returns {Promise<any>} the parsed answer
 */
export const call = (baseUrl, method, path, content) =>
  new Promise((resolve, reject) => {
    const headers = asSignedIn(baseUrl);
    if (method !== 'GET') Object.assign(headers, { origin: baseUrl, 'content-length': content?.length ?? 0 });
    if (content) headers['content-type'] = content.type;
    const sent = request(`${baseUrl}${path}`, { method, headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('error', reject);
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => {
        if (answer.statusCode >= 300) reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
        else resolve(text === '' ? undefined : JSON.parse(text));
      });
    });
    sent.on('error', reject);
    if (content) content.body.on('error', reject).pipe(sent);
    else sent.end();
  });

/** Uploads a text file from memory. @returns {Promise<number>} the import's id */
export const uploadText = async (baseUrl, fileName, text, query = {}) => {
  const bytes = Buffer.from(text);
  const content = { body: Readable.from([bytes]), length: bytes.length, type: 'text/csv' };
  const made = await call(baseUrl, 'POST', `/api/v1/imports?${new URLSearchParams({ fileName, ...query })}`, content);
  return made.id;
};

/**
 * Asks until the import has the state.
 * @param {{ deadline?: number, onView?: (view: any) => void }} options deadline: when to give up, as Date.now() tells
 * @returns {Promise<any>} the import as the API shows it
 */
export const waitFor = async (baseUrl, id, state, { deadline = Date.now() + 60_000, onView = () => {} } = {}) => {
  for (;;) {
    const view = await call(baseUrl, 'GET', `/api/v1/imports/${id}`);
    onView(view);
    if (view.state === state) return view;
    if (['failed', 'cancelled'].includes(view.state))
      throw new Error(`Import ${id} ${view.state}: ${view.error ?? ''}`);
    if (Date.now() > deadline) throw new Error(`Import ${id} is ${view.state}, not ${state}; nobody waits longer.`);
    await wait(pollEvery);
  }
};

/** Submits. @returns {Promise<any>} the committed import */
export const commit = async (baseUrl, id, options) => {
  await call(baseUrl, 'POST', `/api/v1/imports/${id}/commit`);
  return waitFor(baseUrl, id, 'committed', options);
};
