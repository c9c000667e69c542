/** Takes one file through the import API and measures each phase. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { call, waitFor } from '../run/api.mjs';

const isRead = (view) => view.state !== 'reading' && view.progress.phase !== 'reading';

/**
 * Upload, read, check and commit.
 * @param {string} baseUrl
 * @param {string} file
 * @param {{ limit: number, onPhase?: (name: string) => void, during?: (id: number) => { stop(): Promise<void> } }} options
 *   limit in ms for the whole import; `during` begins what goes on beside the commit
 * @returns {Promise<{ id: number, totals: object, committing: number, phases: Record<'upload' | 'read' | 'check' | 'commit' | 'total', number> }>} ms;
 *   `committing` is how long the commit took by the server's own clock
 */
export const importFile = async (baseUrl, file, { limit, onPhase = () => {}, during }) => {
  const deadline = Date.now() + limit;
  const begun = performance.now();
  const phases = {};
  let last = begun;
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
  await call(baseUrl, 'POST', `/api/v1/imports/${id}/commit`);
  const beside = during?.(id);
  const { totals, startedCommitAt, finishedAt } = await waitFor(baseUrl, id, 'committed', { deadline });
  end('commit');
  await beside?.stop();
  const committing = Date.parse(finishedAt) - Date.parse(startedCommitAt);
  return { id, totals, committing, phases: { ...phases, total: last - begun } };
};
