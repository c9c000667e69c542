/** Takes one file through the import API, as a script of a customer would, and measures each phase. */
import { createReadStream, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const pollEvery = 50;
const agent = new Agent({ keepAlive: true });

/** One request; the body is streamed. Throws with the problem's own words for anything but 2xx. */
const call = (baseUrl, method, path, { body, length = 0, type } = {}) =>
  new Promise((resolve, reject) => {
    const headers =
      method === 'GET' ? {} : { origin: baseUrl, 'content-length': length, ...(type && { 'content-type': type }) };
    const sent = request(`${baseUrl}${path}`, { method, headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => {
        if (answer.statusCode >= 300) return reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
        resolve(text === '' ? undefined : JSON.parse(text));
      });
      answer.on('error', reject);
    });
    sent.on('error', reject);
    if (body === undefined) return sent.end();
    body.on('error', reject).pipe(sent);
  });

/**
 * Asks until the import has one of the states, and notes when each phase was seen first.
 * @param {(view: object) => void} onView
 */
const until = async (baseUrl, id, states, deadline, onView = () => {}) => {
  for (;;) {
    const view = await call(baseUrl, 'GET', `/api/v1/imports/${id}`);
    onView(view);
    if (states.includes(view.state)) return view;
    if (['failed', 'cancelled'].includes(view.state))
      throw new Error(`Import ${id} ${view.state}: ${view.error ?? ''}`);
    if (Date.now() > deadline) throw new Error(`Import ${id} is still ${view.state}; the bench waits no longer.`);
    await wait(pollEvery);
  }
};

const isRead = (view) => view.state !== 'reading' && view.progress.phase !== 'reading';

/**
 * Upload, read, check and commit.
 * @param {string} baseUrl @param {string} file @param {{ limit: number }} options limit in ms for the whole import
 * @returns {Promise<{ id: number, totals: object, phases: Record<'upload' | 'read' | 'check' | 'commit' | 'total', number> }>} ms
 */
export const importFile = async (baseUrl, file, { limit }) => {
  const deadline = Date.now() + limit;
  const length = statSync(file).size;
  const begun = performance.now();
  const path = `/api/v1/imports?fileName=${encodeURIComponent(basename(file))}`;
  const made = await call(baseUrl, 'POST', path, { body: createReadStream(file), length, type: 'text/csv' });
  const uploaded = performance.now();
  let read;
  await until(baseUrl, made.id, ['review'], deadline, (view) => {
    if (isRead(view)) read ??= performance.now();
  });
  const checked = performance.now();
  await call(baseUrl, 'POST', `/api/v1/imports/${made.id}/commit`);
  const { totals } = await until(baseUrl, made.id, ['committed'], deadline);
  const committed = performance.now();
  const phases = { upload: uploaded - begun, read: read - uploaded, check: checked - read };
  return { id: made.id, totals, phases: { ...phases, commit: committed - checked, total: committed - begun } };
};
