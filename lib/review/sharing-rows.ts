import { waitsFor } from '../customer/waits-for';
import type { StagedRow } from '../records';
import type { Store } from '../store';

/** Rows of one key that are looked at; a key that more rows have is settled by its first ones. */
const mostPerKey = 200;
/**
 * A row can share one key with some rows and another with others. All are followed: a row planned without one it hangs
 * together with could take a key that the other keeps. This many are enough for any file a person edits by hand.
 */
const mostRows = 2000;

/**
 * The other rows whose plan can change with an edit: all that have a key the row had before or has now, or wait for it as
 * their parent, and those that share a key with them.
 */
export async function rowsSharingKeys(
  store: Pick<Store, 'readKeys' | 'readKeyed' | 'readStagedRows'>,
  importId: number,
  row: number,
  keysNow: string[],
): Promise<StagedRow[]> {
  const keys = new Set([...(await store.readKeys(importId, row)), ...keysNow]);
  const rows = new Set<number>();
  let fresh = [...keys];
  while (fresh.length > 0 && rows.size < mostRows) {
    const asked = fresh.flatMap((key) => (key.startsWith(waitsFor) ? [] : [key, waitsFor + key]));
    const found = (await store.readKeyed(importId, asked, mostPerKey)).filter((keyed) => keyed.row !== row);
    const added = [...new Set(found.map((keyed) => keyed.row))].filter((number) => !rows.has(number));
    for (const number of added) rows.add(number);
    const their = await Promise.all(added.map((number) => store.readKeys(importId, number)));
    fresh = [...new Set(their.flat())].filter((key) => !keys.has(key));
    for (const key of fresh) keys.add(key);
  }
  return rows.size === 0 ? [] : store.readStagedRows(importId, [...rows]);
}
