import type { ErasureStore } from './erase/erasure-store';
import { type Identity, keysOfIdentity, soughtOf } from './erase/identity';
import { compileIsAbout, textsOf } from './erase/is-about';
import type { ImportRecord } from './import-store';
import type { Mapping } from './mapping';
import type { StagedRow } from './records';
import type { RawRow } from './row';
import type { Store } from './store';
import { takeTurns } from './take-turns';
import type { Vault } from './vault';

export type ErasedStore = ErasureStore & Pick<Store, 'vault'>;
type Of = Pick<ImportRecord, 'id' | 'mapping'>;

/**
 * Prepares the question whether a row would bring a customer back who was erased after the import began, and whose traces are not
 * looked for in it yet. To be asked when the row is planned: what was planned before the erasure finds its customer gone.
 * @returns null where there is none
 */
export async function compileIsErased(
  store: ErasedStore,
  { id, mapping }: Of,
): Promise<((row: Pick<StagedRow, 'cells' | 'edits'>) => boolean) | null> {
  const sought = await openFor(store, id);
  if (sought.length === 0) return null;
  const about = sought.map((each) => compileIsAbout(each, mapping, store.vault));
  return (row) => about.some((isAbout) => isAbout(textsOf(row)));
}

/**
 * Takes out of the rows of a request what it says of customers who were erased since it came: nothing of it is stored then.
 * @returns the rows, and the numbers of those that are empty now
 */
export async function withoutErased(
  rows: RawRow[],
  erased: readonly Identity[],
  { mapping, vault }: { mapping: Mapping; vault: Vault },
): Promise<{ rows: RawRow[]; emptied: ReadonlySet<number> }> {
  const emptied = new Set<number>();
  const about = erased.map((identity) => compileIsAbout(soughtOf(identity, vault), mapping, vault));
  if (about.length === 0) return { rows, emptied };
  const left: RawRow[] = [];
  const turn = takeTurns();
  for (const row of rows) {
    const texts = textsOf({ cells: row.cells, edits: {} });
    const isErased = about.some((isAbout) => isAbout(texts));
    if (isErased) emptied.add(row.row);
    left.push(isErased ? { row: row.row, cells: [] } : row);
    await turn();
  }
  return { rows: left, emptied };
}

/**
 * Leaves out the rows behind one, up to another, that would bring back a customer who was erased after the import began.
 * @returns the last erasure that there was then
 */
export async function leaveOutErased(
  store: ErasedStore,
  { id, mapping }: Of,
  after: number,
  upTo: number,
): Promise<number> {
  const last = await store.lastErasure();
  for (const sought of await openFor(store, id)) {
    const isAbout = compileIsAbout(sought, mapping, store.vault);
    const own = await store.findOwnRows(id, sought.id, keysOfIdentity(sought));
    const named = await store.findMentions(id, sought, after, upTo);
    const rows = [
      ...own.filter((row) => row > after && row <= upTo),
      ...named.filter((row) => isAbout(textsOf(row))).map(({ row }) => row),
    ];
    if (rows.length > 0) await store.leaveOut(id, [...new Set(rows)]);
  }
  return last;
}

const openFor = async (store: ErasedStore, importId: number) =>
  (await store.openErasures())
    .filter(({ nextImport, lastImport }) => nextImport <= importId && importId <= lastImport)
    .map(({ identity }) => soughtOf(identity, store.vault));
