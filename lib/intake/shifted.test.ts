import { describe, expect, it } from 'vitest';
import { isShifted } from './shifted';

const width = 4;

describe('a protected number that stands in another column, because the row lacks cells', () => {
  it.each([
    ['in the column before', ['a@x.nl', '420-44-6946'], [2]],
    ['in the first column', ['420-44-6948'], [2]],
    ['without dashes', ['a@x.nl', '420446947'], [2]],
    ['with spaces', ['a@x.nl', '420 44 6947'], [3]],
    ['behind which something else came into its column', ['420-44-6961', 'Bob', 'x'], [1]],
    ['in letters and digits', ['QQ123456C'], [1]],
  ])('%s', (_, cells, sealed) => {
    expect(isShifted(cells, width, sealed)).toBe(true);
  });

  it.each([
    ['a row that has all cells', ['a@x.nl', '420-44-6946', '', ''], [2]],
    ['one that has the number where it belongs', ['123456789', 'Ann', '420-44-6946'], [2]],
    ['a number further to the left than cells are missing', ['420446946', 'a@x.nl', 'Ann'], [3]],
    ['no number at all', ['a@x.nl', 'Ann'], [2]],
    ['a phone, a postcode, a date', ['020 123 4567', '1234 AB', '2026-11-23'], [3]],
    ['nothing that is protected', ['420-44-6946'], []],
  ])('not %s', (_, cells, sealed) => {
    expect(isShifted(cells, width, sealed)).toBe(false);
  });
});
