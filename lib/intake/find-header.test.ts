import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findHeader } from './find-header';
import { readBytes } from './testing/open-bytes';

const at = (...rows: string[]) =>
  findHeader(
    rows.map((row, index) => ({ row: index + 1, cells: row.split(',') })).filter(({ cells }) => cells.some(Boolean)),
  ).value;

describe('the header is', () => {
  it.each([
    ['the first row', 1, ['id,name,email', '1,Ada,ada@example.com']],
    ['the first row of words only', 1, ['Name,City', 'Ada,London', 'Alan,Wilmslow']],
    [
      'below title lines',
      4,
      ['Customers of 2024', 'Exported by the shop', '', 'id,name,email', '1,Ada,ada@example.com'],
    ],
    [
      'below fuller notes',
      3,
      [
        'some,notes,at,,top',
        'or,,merged',
        'Name,Age,Kids,Born,Died',
        'Ada,36,3,1815-12-10,1852-11-27',
        'Alan,41,0,1912-06-23,1954-06-07',
      ],
    ],
    ['below a title with a date', 2, ['Customers,2024-11-01', 'id,name,email', '1,Ada,ada@example.com']],
    [
      'below several such',
      3,
      ['Customers,2024', 'Made,01.11.2024', 'id,name,email', '1,Ada,a@example.com', '2,Bo,b@example.com'],
    ],
    ['with a blank name', 1, ['id,,email', '1,x,ada@example.com', '2,y,alan@example.com']],
    ['the only row', 1, ['email,name']],
    ['absent over addresses', 0, ['1,Ada,ada@example.com', '2,Alan,alan@example.com']],
    ['absent over data with a row of words below', 0, ['Ada,ada@example.com,London', 'Alan,Turing,Wilmslow']],
    ['absent where the first rows lack cells', 0, ['1,Ada', '2,Alan', '3,Grace,c@example.com', '4,Bo,d@example.com']],
    [
      'absent where a row of words follows one that lacks cells',
      0,
      ['1,Ada', 'x,Alan,London', 'y,Grace,Paris', 'z,Bo,Rome'],
    ],
    ['absent in an empty sheet', 0, []],
    ['one with digits in names', 1, ['Address line 1,Address line 2,Phone 1', 'High Street 1,,+31612345678']],
  ] as [string, number, string[]][])('%s', (_, row, rows) => expect(at(...rows)).toBe(row));
});

describe('a chosen header row', () => {
  const titled = readFileSync(join(import.meta.dirname, '../testing/files/title-lines-blank-line.csv'));

  it('may be any row; the rows above it are not data', async () => {
    const { facts, rows } = await readBytes(titled, { headerRow: 5 });
    expect(facts.headerRow).toEqual({ value: 5, evidence: 'chosen' });
    expect(facts.headers).toEqual(['1', 'Ada', 'ada@example.com']);
    expect(rows.map((row) => row.row)).toEqual([7]);
  });

  it('may be none: then all rows are data and columns have no names', async () => {
    const { facts, rows } = await readBytes('a,b\n1,2\n', { headerRow: 0 });
    expect(facts.headers).toEqual(['', '']);
    expect(rows.map((row) => row.row)).toEqual([1, 2]);
  });

  it('may be far down, or beyond the end', async () => {
    const text = `${'a title\n'.repeat(5000)}id,name\n1,Ada\n`;
    expect((await readBytes(text, { headerRow: 5001 })).facts.headers).toEqual(['id', 'name']);
    expect((await readBytes(text, { headerRow: 9999 })).rows).toEqual([]);
  });
});

describe('the preview', () => {
  it('shows title lines, header and rows with their numbers', async () => {
    const { facts } = await readBytes('Customers of 2024\n\nid,name\n1,Ada\n');
    expect(facts.preview).toEqual([
      { row: 1, cells: ['Customers of 2024'] },
      { row: 3, cells: ['id', 'name'] },
      { row: 4, cells: ['1', 'Ada'] },
    ]);
  });
});
