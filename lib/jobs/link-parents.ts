import type { ImportRecord } from '../import-store';
import type { Shard } from '../job-store';
import { ownKeys, parentIssue } from '../plan/parents';
import type { WaitingRow } from '../staging-store';
import { type JobContext, JobOver, lookout } from './context';

/** Waiting rows that are looked at together. */
const rowsAtOnce = 1000;

/**
 * Rows that wait for a parent whom no customer and no row is are errors, and then all rows that wait for those, and so on. Found
 * before repeated keys are: such a row does not stand for its key. Doing it again changes nothing.
 */
export const failOrphans = (context: JobContext, record: ImportRecord, shard: Shard): Promise<void> =>
  settleAll(context, record, shard, { link: false });

/**
 * Gives the rows that wait for a parent the customer that another row creates or changes; where there is none by now, it is an
 * error as in `failOrphans`. Doing it again changes nothing.
 */
export const linkParents = (context: JobContext, record: ImportRecord, shard: Shard): Promise<void> =>
  settleAll(context, record, shard, { link: true });

async function settleAll(
  context: JobContext,
  record: ImportRecord,
  shard: Shard,
  { link }: { link: boolean },
): Promise<void> {
  const look = lookout(context, shard, 'checking');
  const orphans: number[] = [];
  for await (const rows of waitingRows(context, record)) {
    orphans.push(...(await settle(context, record, shard, rows, link)));
    await look();
  }
  while (orphans.length > 0) {
    const keys = await keysOf(context, record, orphans.splice(0, rowsAtOnce));
    for await (const rows of waitingRows(context, record, keys)) {
      orphans.push(...(await settle(context, record, shard, rows, link)));
      await look();
    }
  }
}

/** @param keys of parents; without them all rows that wait */
async function* waitingRows({ store }: JobContext, { id, mapping }: ImportRecord, keys?: string[]) {
  let after = { key: '', row: 0 };
  for (;;) {
    const rows = await store.readWaiting(id, mapping!, after, rowsAtOnce, keys);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!;
  }
}

async function keysOf({ store }: JobContext, { id }: ImportRecord, rows: number[]): Promise<string[]> {
  const all = await Promise.all(rows.map(async (row) => ownKeys({ keys: await store.readKeys(id, row) })));
  return [...new Set(all.flat())];
}

/** Of a row that is left out it does not matter who its parent would be. */
const isOpen = ({ state, disposition, target }: WaitingRow): boolean =>
  (state === 'ok' || state === 'warning') && disposition !== 'skip' && target !== null;

/** @returns the rows that have no parent */
async function settle(
  { store }: JobContext,
  { id, mapping }: ImportRecord,
  shard: Shard,
  rows: WaitingRow[],
  link: boolean,
): Promise<number[]> {
  const open = rows.filter(isOpen);
  const parents = new Map<string, number>();
  for (const { key, target } of await store.findTargets(id, [...new Set(open.map(({ key }) => key))])) {
    if (!parents.has(key)) parents.set(key, target);
  }
  const links: { row: number; parent: number }[] = [];
  const failed: { row: number; field: string }[] = [];
  for (const { row, key, target, values } of open) {
    const parent = parents.get(key);
    const issue = parentIssue(values, target ?? undefined, parent);
    if (issue) failed.push({ row, field: issue.field! });
    else if (link && values.parent !== parent) links.push({ row, parent: parent! });
  }
  if (links.length + failed.length > 0 && !(await store.saveParents(shard, mapping!, { links, failed }))) {
    throw new JobOver();
  }
  return failed.map(({ row }) => row);
}
