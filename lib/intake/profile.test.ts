import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, RawRow } from '../row';
import { ColumnProfiler } from './profile';
import { dateShape, isEmail, isPhone, isWholeNumber } from './value-shapes';

const rowsOf = (...values: Cell[]): RawRow[] => values.map((value, index) => ({ row: index + 2, cells: [value] }));
const profile = (...values: Cell[]) => {
  const profiler = new ColumnProfiler(['Column']);
  profiler.add(rowsOf(...values));
  return profiler.profiles()[0]!;
};

describe('a column profile', () => {
  it('counts what values look like', () => {
    const found = profile('0012', '7', 'a@example.com', '+31 20 555 1234', '', ' ', 'Ada');
    expect(found).toMatchObject({ filled: 5, blank: 2, wholeNumbers: 2, emails: 1, phones: 1 });
  });

  it('counts the evidence for the order of dates', () => {
    const found = profile('31/12/2024', '12-31-24', '03.04.2024', '2024-03-04', '2024/3/4 10:00', [
      '3/4/2024',
      '2024-03-04',
    ]);
    expect(found.dates).toEqual({ dmy: 1, mdy: 1, ymd: 3, ambiguous: 1 });
  });

  it('keeps the first five different values', () => {
    expect(profile('a', 'a', 'b', 'c', 'd', 'e', 'f').samples).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('counts missing cells as blank and ignores those beyond the header', () => {
    const profiler = new ColumnProfiler(['a', 'b']);
    profiler.add([
      { row: 2, cells: ['1'] },
      { row: 3, cells: ['1', '2', '3'] },
    ]);
    expect(profiler.profiles().map(({ filled, blank }) => [filled, blank])).toEqual([
      [2, 0],
      [1, 1],
    ]);
  });

  it('goes on after a restart as if there had been none', () => {
    const values = fc.array(fc.oneof(fc.string(), fc.constantFrom('1', '31/12/2024', 'a@b.nl', '+31612345678')));
    fc.assert(
      fc.property(values, values, (before, after) => {
        const whole = new ColumnProfiler(['h']);
        whole.add(rowsOf(...before, ...after));
        const first = new ColumnProfiler(['h']);
        first.add(rowsOf(...before));
        const second = ColumnProfiler.fromJSON(JSON.parse(JSON.stringify(first)));
        second.add(rowsOf(...after));
        expect(second.profiles()).toEqual(whole.profiles());
      }),
    );
  });
});

describe('shapes', () => {
  it('agree with the plain expressions they stand for', () => {
    const text = fc.string({
      unit: fc.constantFrom('0', '1', '2', '9', '/', '-', '.', '@', 'a', ' ', '+', 'T'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (value) => {
        expect(isWholeNumber(value)).toBe(/^[0-9]+$/.test(value));
        const dated = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)([ T]\d.*)?$/.exec(value);
        if (dateShape(value) !== null && dateShape(value) !== 'ymd') expect(dated).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['32/01/2024', '13/13/2024', '00/01/2024', '1.2.3', '192.168.1.1', '2024-13-01', '12/31', '1/2/20245'])(
    '%s is no date',
    (value) => expect(dateShape(value)).toBeNull(),
  );

  it('tells emails', () => {
    for (const value of ['a@b.nl', "o'neil+x@sub.example.com"]) expect(isEmail(value)).toBe(true);
    for (const value of ['a@b', '@b.nl', 'a@b.', 'a b@c.nl', 'a@b@c.nl', 'a@.nl']) expect(isEmail(value)).toBe(false);
  });

  it('tells phones', () => {
    for (const value of ['+31612345678', '0612345678', '(020) 555-1234', '415.555.2671', '+1-428-769-0709']) {
      expect(isPhone(value)).toBe(true);
    }
    for (const value of ['12345', '2024-03-04', '31/12/2024', '1234567', 'x0612345678', ''])
      expect(isPhone(value)).toBe(false);
  });
});
