import { describe, expect, it } from 'vitest';
import { columnsOf, isShifted } from './shifted';

const width = 4;

describe('a protected number that stands in another column, because the row lacks cells', () => {
  it.each([
    ['in the column before', ['a@x.nl', '420-44-6946'], [2]],
    ['in the first column', ['420-44-6948'], [2]],
    ['without dashes', ['a@x.nl', '420446947'], [2]],
    ['with spaces', ['a@x.nl', '420 44 6947'], [3]],
    ['behind which something else came into its column', ['420-44-6961', 'Bob', 'x'], [1]],
    ['in letters and digits', ['QQ123456C'], [1]],
    ['further to the left than cells are missing', ['420446946', 'a@x.nl', 'Ann'], [3]],
    ['behind its own column', ['a@x.nl', '', '420446946'], [1]],
    ['behind a protected first column', ['a@x.nl', 'Ann', '420446946'], [0]],
    ['before its own column, in a row that has too many cells', ['420-44-6946', 'a@x.nl', 'Ann', '', 'x'], [1]],
    ['beside one where it belongs', ['a@x.nl', '420446946', '420446946'], [1]],
  ])('%s', (_, cells, sealed) => {
    expect(isShifted(cells, { width, sealed, home: [] })).toBe(true);
  });

  it.each([
    ['a row that has all cells', ['a@x.nl', '420-44-6946', '', ''], [2], []],
    [
      'one that has the number where it belongs, and a phone of nine digits',
      ['123456789', 'A', '420-44-6946'],
      [2],
      [0],
    ],
    ['a phone of nine digits, further to the left than cells are missing', ['601234567', 'A', 'B'], [3], [0]],
    ['one behind the protected column', ['420-44-6946', 'A', '601234567'], [0], [2]],
    ['one behind the protected column of a row that has too many', ['a@x.nl', 'Ann', '420446946', '', 'x'], [1], []],
    ['blank cells beyond the header', ['420446946', 'a@x.nl', 'Ann', '', ''], [1], []],
    ['no number at all', ['a@x.nl', 'Ann'], [2], []],
    ['a phone with zero in front, a postcode, a date', ['020 123 4567', '1234 AB', '2026-11-23'], [3], []],
    ['nothing that is protected', ['420-44-6946'], [], []],
  ])('not %s', (_, cells, sealed, home) => {
    expect(isShifted(cells, { width, sealed, home })).toBe(false);
  });

  it('is looked for also among such numbers, where it can have come from the column beside it', () => {
    expect(isShifted(['a@x.nl', '420446946', 'x'], { width, sealed: [2], home: [1] })).toBe(true);
  });
});

describe('where numbers are at home that look protected', () => {
  const facts = (...rows: string[][]) => ({
    headers: ['Email', 'Phone', 'SSN'],
    headerRow: { value: 1, evidence: '' },
    preview: rows.map((cells, at) => ({ row: at + 1, cells })),
  });
  const header = ['Email', 'Phone', 'SSN'];

  it('is told by whole rows', () => {
    expect(columnsOf(facts(header, ['a@x.nl', '601234567', '']), [2]).home).toEqual([1]);
    expect(columnsOf(facts(header, ['a@x.nl', '020 123', ''], ['420446946'], ['420446946']), [2]).home).toEqual([]);
  });

  it('by most rows, where none is whole', () => {
    const short = ['a@x.nl', '601234567'];
    expect(columnsOf(facts(header, short, short, short), [2]).home).toEqual([1]);
    expect(columnsOf(facts(header, short), [2]).home).toEqual([]);
  });

  it('is never a protected column, nor told by the header or a line that is malformed', () => {
    const broken = { row: 2, cells: ['a@x.nl', '601234567', ''], broken: true as const };
    const { headers, headerRow, preview } = facts(['a', '601234567', 'SSN']);
    expect(columnsOf({ headers, headerRow, preview: [...preview, broken] }, [2]).home).toEqual([]);
    expect(columnsOf(facts(header, ['a@x.nl', '601234567', '420446946']), [1, 2]).home).toEqual([]);
  });
});
