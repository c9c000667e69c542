import type { Erasure } from '../erase/erasure-store';
import { isNamedAfter, neutralName } from '../erase/file-name';
import { keysOfIdentity } from '../erase/identity';
import { compileIsAbout } from '../erase/is-about';
import { hasFile, type ImportRecord } from '../import-store';
import { limits } from '../limits';
import { cellText } from '../row';
import { breathe, type JobContext, JobOver } from './context';

/** Row numbers that are looked through at a time: a search of texts goes through all of them. */
const window = 50_000;
/** Rows that are erased at a time. */
const part = 500;

/** Finds and removes what imports still hold of customers that were erased. Goes on with the import at which it was ended. */
export async function eraseJob(context: JobContext): Promise<void> {
  const { store } = context;
  for (const erasure of await store.openErasures()) {
    let next = erasure.nextImport;
    for (;;) {
      const record = await store.nextImport(next, erasure.lastImport);
      if (!record) break;
      await eraseFrom(context, erasure, record);
      next = record.id + 1;
      await store.moveErasure(erasure.id, next);
    }
    await store.scrub();
    await store.forgetIdentity(erasure.id);
  }
  // The last thing that goes is what they were known by; nobody is told before that it is done.
  await store.scrub();
  await store.finishErasures();
}

/** While an import is being read, checked or committed, its rows change: it is waited for. */
const moving = new Set<ImportRecord['state']>(['reading', 'checking', 'committing']);

async function eraseFrom(context: JobContext, erasure: Erasure, record: ImportRecord): Promise<void> {
  const { store, files } = context;
  if (moving.has(record.state)) throw new JobOver();
  if (hasFile(record) && isNamedAfter(erasure.identity, record.fileName, store.vault)) {
    if (!(await store.renameFile(record, neutralName(record.fileName)))) throw new JobOver();
  }
  const rows = await findRows(context, erasure, record);
  // A file that was not read to its end may hold more than its rows tell.
  const isUnread = record.state === 'failed' || record.state === 'cancelled';
  if (rows.length > 0 || isUnread) {
    if (!(await store.eraseRows(record, rows.slice(0, part)))) throw new JobOver();
    for (let at = part; at < rows.length; at += part) {
      await breathe(context);
      const again = await store.readImport(record.id);
      if (!again || !(await store.eraseRows(again, rows.slice(at, at + part)))) throw new JobOver();
    }
  }
  const { fileRemovedAt } = (await store.readImport(record.id)) ?? record;
  if (fileRemovedAt !== null && hasFile(record)) await files.remove(record.fileKey);
}

/** The numbers of all rows that are about the customer, lowest first. */
async function findRows(context: JobContext, { identity }: Erasure, record: ImportRecord): Promise<number[]> {
  const { store } = context;
  const rows = new Set(await store.findOwnRows(record.id, identity.id, keysOfIdentity(identity)));
  const isAbout = compileIsAbout(identity, record.mapping, store.vault);
  const last = await store.lastRow(record.id);
  for (let after = 0; after < Math.min(last, 2 * limits.rows); after += window) {
    await breathe(context);
    for (const row of await store.findMentions(record.id, identity, after, after + window)) {
      const cells = row.cells.map((cell) => cellText(cell) ?? '');
      if (isAbout({ cells, edits: row.edits })) rows.add(row.row);
    }
  }
  return [...rows].sort((one, other) => one - other);
}
