import { mayChange } from '../erase/has-key';
import type { Sought } from '../erase/identity';
import { type RowTexts, textsOf } from '../erase/is-about';
import { compileMayBeAbout, wasAbout } from '../erase/typed';
import type { ImportRecord } from '../import-store';
import { breathe, type JobContext } from './context';

/** Entries of the log of edits that are looked through at a time. */
const window = 50_000;
/** Rows that are looked at together as they were. */
const part = 500;

/**
 * Takes the texts of rows that were about the customer only for a while out of the log of edits: somebody typed it in, and then
 * somebody else over it. Rows that are about it now are erased already.
 */
export async function eraseTyped(
  context: JobContext,
  sought: Sought,
  { id, mapping, state }: ImportRecord,
  isAbout: (row: RowTexts) => boolean,
): Promise<void> {
  const { store } = context;
  const mayBeAbout = compileMayBeAbout(sought, mapping, store.vault, mayChange({ state }));
  const found = new Set<number>();
  for (let after = 0; ; ) {
    await breathe(context);
    const log = await store.findTyped(id, sought, after, window);
    if (log.length === 0) break;
    for (const entry of log) if (mayBeAbout(entry)) found.add(entry.row);
    after = log.at(-1)!.id;
  }
  const rows = [...found];
  for (let at = 0; at < rows.length; at += part) {
    await breathe(context);
    const some = rows.slice(at, at + part);
    const [staged, log] = await Promise.all([store.readStagedRows(id, some), store.readTyped(id, some)]);
    const texts = new Map(staged.map((row) => [row.row, textsOf(row)]));
    const byRow = Map.groupBy(log, ({ row }) => row);
    // A row that an earlier reading had is not there any more.
    const was = (row: number) => wasAbout(isAbout, texts.get(row) ?? { cells: [], edits: {} }, byRow.get(row)!);
    await store.eraseTyped(id, [...byRow.keys()].filter(was));
  }
}
