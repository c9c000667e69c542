/** Two small files for the pictures: customers that are there already, and a new list with something of everything. */
import { cellsOf, columns, line, makeCustomers } from '../bench/make-customers.mjs';

const known = 240;
const fresh = 60;

/** Rows of a made file, as lists of cells. */
const rowsOf = (options) => [...makeCustomers(options)].join('').trimEnd().split('\n').slice(1).map(cellsOf);

const file = (rows) => [columns, ...rows].map(line).join('');
const put = (row, column, text) => row.with(columns.indexOf(column), text);

/** What a person has to look at: an address that is none, a day that does not exist, an unknown country, a doubtful phone. */
const spoil = (row, at) => {
  if (at % 23 === 3) return put(row, 'email', row[columns.indexOf('email')].replace('@', ' at '));
  if (at % 31 === 5) return put(row, 'date_of_birth', '1980-02-31');
  if (at % 37 === 7) return put(row, 'country', 'Hollland');
  if (at % 29 === 11) return put(row, 'phone', '020 12');
  return row;
};

/** @returns {{ before: string, now: string }} two CSV files; the second updates some of the first and brings new ones */
export const sampleFiles = () => {
  const before = rowsOf({ rows: known });
  const moved = before.slice(0, 90).map((row, at) => (at % 4 === 0 ? put(row, 'city', 'Haarlem') : row));
  const now = [...moved, ...rowsOf({ rows: fresh, start: known + 1, seed: 11 })];
  return { before: file(before), now: file(now.map(spoil)) };
};
