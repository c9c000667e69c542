import { hasFile } from '../import-store';
import { breathe, type JobContext } from './context';

/** Removes the rows and the file of an import whose time has ended. What was written of it to customers stays. */
export async function expireJob(context: JobContext, importId: number): Promise<void> {
  const { store, files } = context;
  const record = await store.readImport(importId);
  if (record === null || record.rowsRemovedAt === null) return;
  while (!(await store.cleanStaging(importId, 'all'))) await breathe(context);
  if (hasFile(record)) await files.remove(record.fileKey);
  await store.stripImport(importId);
  await store.scrub();
}
