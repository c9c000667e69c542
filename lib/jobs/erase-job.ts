import { isNamedAfter, neutralName } from '../erase/file-name';
import { foundWithout } from '../erase/found';
import { mayChange } from '../erase/has-key';
import { keysOfIdentity, type Sought, soughtOf } from '../erase/identity';
import { compileIsAbout, textsOf } from '../erase/is-about';
import { hasFile, type ImportRecord } from '../import-store';
import { limits } from '../limits';
import { breathe, type JobContext, JobOver } from './context';
import { eraseTyped } from './erase-typed';

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
      await eraseFrom(context, soughtOf(erasure.identity, store.vault), record);
      next = record.id + 1;
      await store.moveErasure(erasure.id, next);
    }
    await store.forgetIdentity(erasure.id);
  }
  // Once for all of them, and behind what they were known by: nobody is told before that it is done, and a kill begins here again.
  await store.scrub();
  await store.finishErasures();
}

/** While an import is being read, checked or committed, its rows change: it is waited for. */
const moving = new Set<ImportRecord['state']>(['reading', 'checking', 'committing']);

async function eraseFrom(context: JobContext, sought: Sought, record: ImportRecord): Promise<void> {
  const { store, files } = context;
  expectStill(record);
  if (hasFile(record) && isNamedAfter(sought, record.fileName, store.vault)) {
    if (!(await store.renameFile(record, neutralName(record.fileName)))) throw new JobOver();
  }
  const isAbout = compileIsAbout(sought, record.mapping, store.vault, mayChange(record));
  // A file that was not read to its end may hold more than its rows tell.
  const isUnread = record.state === 'failed' || record.state === 'cancelled';
  const found = foundWithout(isAbout, record, isUnread);
  if (found && !(await store.replaceFound(record, found))) throw new JobOver();
  await eraseRows(context, sought, found ? await readStill(context, record.id) : record, isAbout);
  if (isUnread) await store.eraseLost(record.id);
  await eraseTyped(context, sought, record, isAbout);
  const { fileRemovedAt } = (await store.readImport(record.id)) ?? record;
  if (fileRemovedAt !== null && hasFile(record)) await files.remove(record.fileKey);
}

/** Ends the job while rows of the import change. */
function expectStill(record: ImportRecord | null): asserts record is ImportRecord {
  if (record === null || moving.has(record.state)) throw new JobOver();
}

async function readStill({ store }: JobContext, importId: number): Promise<ImportRecord> {
  const record = await store.readImport(importId);
  expectStill(record);
  return record;
}

type IsAbout = ReturnType<typeof compileIsAbout>;

async function eraseRows(context: JobContext, sought: Sought, record: ImportRecord, isAbout: IsAbout): Promise<void> {
  const { store } = context;
  const rows = await findRows(context, sought, record, isAbout);
  for (let at = 0; at < rows.length; at += part) {
    const of = at === 0 ? record : await readStill(context, record.id);
    if (!(await store.eraseRows(of, rows.slice(at, at + part)))) throw new JobOver();
    await breathe(context);
  }
}

/** The numbers of all rows that are about the customer, lowest first. */
async function findRows(
  context: JobContext,
  sought: Sought,
  record: ImportRecord,
  isAbout: IsAbout,
): Promise<number[]> {
  const { store } = context;
  const rows = new Set(await store.findOwnRows(record.id, sought.id, keysOfIdentity(sought)));
  const last = await store.lastRow(record.id);
  for (let after = 0; after < Math.min(last, 2 * limits.rows); after += window) {
    await breathe(context);
    for (const row of await store.findMentions(record.id, sought, after, after + window)) {
      if (isAbout(textsOf(row))) rows.add(row.row);
    }
  }
  return [...rows].sort((one, other) => one - other);
}
