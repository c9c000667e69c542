/** Takes one file through the import API and measures each phase. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { call, waitFor } from '../run/api.mjs';

/** @typedef {{ begin(): void, stop(): Promise<void> }} Beside begins with the commit and stops behind it */

const isRead = (view) => view.state !== 'reading' && view.progress.phase !== 'reading';

/**
 * Upload, read, check and commit.
 * @param {string} baseUrl
 * @param {string} file
 * @param {{ limit: number, onPhase?: (name: string) => void, beside?: (id: number) => Promise<Beside> }} options
 *   limit in ms for the whole import; `beside` makes ready what goes on beside the commit
 * @returns {Promise<{ id: number, totals: object, committing: number, phases: Record<'upload' | 'read' | 'check' | 'commit' | 'total', number> }>} ms;
 *   `committing` is how long the commit took by the server's own clock
 */
export const importFile = async (baseUrl, file, { limit, onPhase = () => {}, beside }) => {
  const deadline = Date.now() + limit;
  const phases = {};
  let last = performance.now();
  const end = (name) => {
    const now = performance.now();
    phases[name] = now - last;
    last = now;
    onPhase(name);
  };
  const path = `/api/v1/imports?fileName=${encodeURIComponent(basename(file))}`;
  const content = { body: createReadStream(file), length: statSync(file).size, type: 'text/csv' };
  const { id } = await call(baseUrl, 'POST', path, content);
  end('upload');
  const onView = (view) => {
    if (isRead(view) && phases.read === undefined) end('read');
  };
  await waitFor(baseUrl, id, 'review', { deadline, onView });
  end('check');
  const readers = await beside?.(id);
  last = performance.now();
  await call(baseUrl, 'POST', `/api/v1/imports/${id}/commit`);
  readers?.begin();
  const { totals, startedCommitAt, finishedAt } = await waitFor(baseUrl, id, 'committed', { deadline });
  end('commit');
  await readers?.stop();
  const committing = Date.parse(finishedAt) - Date.parse(startedCommitAt);
  const total = Object.values(phases).reduce((sum, time) => sum + time, 0);
  return { id, totals, committing, phases: { ...phases, total } };
};
