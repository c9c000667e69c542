/** Takes one file through the import API and measures each phase. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { call, commit, waitFor } from '../run/api.mjs';

const isRead = (view) => view.state !== 'reading' && view.progress.phase !== 'reading';

/**
 * Upload, read, check and commit.
 * @param {string} baseUrl
 * @param {string} file
 * @param {{ limit: number }} options limit in ms for the whole import
 * @returns {Promise<{ id: number, totals: object, phases: Record<'upload' | 'read' | 'check' | 'commit' | 'total', number> }>} ms
 */
export const importFile = async (baseUrl, file, { limit }) => {
  const deadline = Date.now() + limit;
  const path = `/api/v1/imports?fileName=${encodeURIComponent(basename(file))}`;
  const content = { body: createReadStream(file), length: statSync(file).size, type: 'text/csv' };
  const begun = performance.now();
  const { id } = await call(baseUrl, 'POST', path, content);
  const uploaded = performance.now();
  let read;
  const onView = (view) => {
    if (isRead(view)) read ??= performance.now();
  };
  await waitFor(baseUrl, id, 'review', { deadline, onView });
  const checked = performance.now();
  const { totals } = await commit(baseUrl, id, { deadline });
  const committed = performance.now();
  const phases = { upload: uploaded - begun, read: read - uploaded, check: checked - read };
  return { id, totals, phases: { ...phases, commit: committed - checked, total: committed - begun } };
};
