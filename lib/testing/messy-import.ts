/** A file in which everything occurs, the customers it meets, and what people do to it before it is submitted. */
import { expect } from 'vitest';
import { editRow } from '../review/edit-row';
import type { Store } from '../store';
import { commit, importOf, newImport } from './sheet';

const fields = ['email', 'sourceSystemId', 'firstName', 'debtorId', 'billing.city', 'phone'];
const mapping = { sourceSystem: 'erp' };

/** Updates, creations, rows that stay as they are, errors, warnings and keys that repeat. */
const cellsOf = (at: number): string[] => {
  const email = at % 41 === 0 ? 'no address' : `c${at % 53 === 0 ? at - 1 : at}@example.com`;
  const firstName = at % 3 === 0 ? 'Ann' : `New ${at}`;
  return [email, `E${at}`, firstName, String(1 + at), at % 2 ? 'Gent' : '', at % 7 ? '' : '0655501234'];
};

/** The text of the file, of so many rows. */
export const messyFile = (count: number): string =>
  [fields, ...Array.from({ length: count }, (_, at) => cellsOf(at))].map((cells) => `${cells.join(',')}\n`).join('');

/** Half of the customers are there before; every third of them is as the file says. */
export async function putKnown(store: Store, count: number): Promise<void> {
  const known = Array.from({ length: count / 2 }, (_, at) => {
    return [`c${at}@example.com`, `E${at}`, 'Ann', String(1 + at), '', ''];
  });
  for (let at = 0; at < known.length; at += 1500) {
    await commit(store, { fields, rows: known.slice(at, at + 1500), mapping });
  }
}

/** Puts the file in line, which must be kept as `testFile`. */
export const createMessy = (store: Store, fileSize: number): Promise<number> =>
  store.createImport(newImport({ fileSize, pauseAtMapping: false, choices: { matchKey: 'email', ...mapping } }));

/** Some rows are edited, and others take keys and sources before the rest is submitted. */
export async function meddle(store: Store, id: number, count: number): Promise<void> {
  const { state, error } = await importOf(store, id);
  expect({ state, error }).toEqual({ state: 'review', error: null });
  await editRow(store, id, 2, { values: { email: 'edited@example.com' } });
  await editRow(store, id, 40, { excluded: true });
  const taken = [
    [`c${count - 3}@example.com`, 'other'],
    ['other@example.com', `E${count - 5}`],
    ['c100@example.com', 'E100'],
  ];
  const rows = taken.map(([email, source]) => [email!, source!, 'Taken', '', '', '']);
  await commit(store, { fields, rows, mapping });
}
