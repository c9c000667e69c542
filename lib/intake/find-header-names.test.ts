import { describe, expect, test } from 'vitest';
import { findHeader } from './find-header';

const head = (...rows: string[][]) => rows.map((cells, at) => ({ row: at + 1, cells }));

describe('a header is found', () => {
  test('with names that repeat and columns without a name', () => {
    const rows = head(['email', 'email', '', ''], ['a@example.com', 'b@example.com', 'z', 'y']);
    expect(findHeader(rows).value).toBe(1);
  });

  test('below a title of one cell, also above two columns', () => {
    const rows = head(
      ['Customers of November', ''],
      ['email', 'name'],
      ['a@example.com', 'Ann'],
      ['b@example.com', 'Bob'],
    );
    expect(findHeader(rows).value).toBe(2);
  });

  test('by the reason column of a report, whatever else stands in its line', () => {
    const rows = head(['', '', 'Import Desk reason'], ['a@example.com', '1', 'Fill in the match key.']);
    expect(findHeader(rows).value).toBe(1);
  });
});
