import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from './built-in-formats';
import { generalNumber } from './general-number';
import { compileFormat, showNumber } from './number-format';
import { roundDecimal } from './render-number';
import { isoDate, momentOf, serialOfIso } from './serial-date';

const show = (code: string, value: number, date1904 = false) => showNumber(value, compileFormat(code), date1904);
const text = (code: string, value: number) => show(code, value)[0];

describe('General', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-42, '-42'],
    [123456789012345, '123456789012345'],
    [1e15, '1E+15'],
    [0.1, '0.1'],
    [1 / 3, '0.333333333'],
    [Math.PI, '3.141592654'],
    [123456.789123, '123456.7891'],
    [-1234567890.5, '-1234567891'],
    [0.0001, '0.0001'],
    [0.0000123, '0.0000123'],
    [0.00001234567, '1.23457E-05'],
    [1.5e20, '1.5E+20'],
    [1234567890123.5, '1.23457E+12'],
  ])('%d is shown as %s', (value, shown) => expect(generalNumber(value)).toBe(shown));

  it('never changes a whole number of up to fifteen digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
        (value) => generalNumber(value) === String(value),
      ),
    );
  });
});

describe('numbers are shown as Excel shows them', () => {
  it.each([
    ['0', 12.5, '13'],
    ['0.00', 1.005, '1.01'],
    ['0.00', -1.5, '-1.50'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00', 1234.5, '1,234.50'],
    ['#,##0', 12, '12'],
    ['#.##', 0.5, '.5'],
    ['0.0#', 2, '2.0'],
    ['0%', 0.25, '25%'],
    ['0.00%', 0.12345, '12.35%'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['##0.0E+0', 12345, '12.3E+3'],
    ['0,', 1234567, '1235'],
    ['0.0,,"M"', 1_500_000, '1.5M'],
    ['00000', 123, '00123'],
    ['000-00-0000', 123456789, '123-45-6789'],
    ['(###) ###-####', 4155552671, '(415) 555-2671'],
    ['[<=9999999]###-####;(###) ###-####', 5552671, '555-2671'],
    ['[<=9999999]###-####;(###) ###-####', 4155552671, '(415) 555-2671'],
    ['$#,##0.00;($#,##0.00)', -5, '($5.00)'],
    ['[$€-2] #,##0.00', 3, '€ 3.00'],
    ['#,##0.00 "EUR"', 3, '3.00 EUR'],
    ['0;-0;"none"', 0, 'none'],
    ['0.00;[Red]-0.00', -2, '-2.00'],
    ['"No. "0', 7, 'No. 7'],
    ['General" kg"', 1.5, '1.5 kg'],
    ['@', 42, '42'],
    [';;;', 42, '42'],
    ['# ?/?', 0.5, '0.5'],
    ['0', 1e20, '100000000000000000000'],
  ])('%s with %d is %s', (code, value, shown) => expect(text(code, value)).toBe(shown));

  it('rounds as decimal numbers, not as binary ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (cents, decimals) => {
        const [whole, fraction] = roundDecimal(cents / 10 ** decimals, decimals);
        expect(BigInt(whole + fraction || '0')).toBe(BigInt(cents));
      }),
    );
  });

  it('shows something for every number in every built-in format', () => {
    const code = fc.constantFrom(...Object.values(builtInFormats));
    fc.assert(
      fc.property(
        code,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (format, value) => text(format, value) !== '',
      ),
    );
  });

  it('takes any text for a format without breaking', () => {
    const code = fc.string({ unit: fc.constantFrom(...'0#?.,%E+-"\\_*[]$;@ymdhs/AP <>=1'), maxLength: 20 });
    fc.assert(
      fc.property(code, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (format, value) => text(format, value) !== ''),
      {
        numRuns: 2000,
      },
    );
  });
});

describe('dates are shown as Excel shows them, with the ISO date behind', () => {
  it.each([
    ['m/d/yyyy', 41331, '2/26/2013', '2013-02-26'],
    ['yyyy\\-mm\\-dd', 41331, '2013-02-26', '2013-02-26'],
    ['dd.mm.yy', 41331, '26.02.13', '2013-02-26'],
    ['d-mmm-yy', 41331, '26-Feb-13', '2013-02-26'],
    ['mmmm d, yyyy', 41331, 'February 26, 2013', '2013-02-26'],
    ['dddd', 41331, 'Tuesday', '2013-02-26'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 41331, 'Tuesday, February 26, 2013', '2013-02-26'],
    ['[$-409]d\\-mmm\\-yyyy;@', 41331, '26-Feb-2013', '2013-02-26'],
    ['m/d/yyyy h:mm', 41331.75, '2/26/2013 18:00', '2013-02-26'],
    ['yyyy-mm-dd hh:mm:ss', 41331.999999, '2013-02-27 00:00:00', '2013-02-27'],
    ['m/d/yyyy', 1, '1/1/1900', '1900-01-01'],
    ['m/d/yyyy', 59, '2/28/1900', '1900-02-28'],
    ['m/d/yyyy', 60, '2/29/1900', '1900-02-29'],
    ['m/d/yyyy', 61, '3/1/1900', '1900-03-01'],
    ['m/d/yyyy', 0, '1/0/1900', '1900-01-00'],
  ])('%s with %d is %s', (code, value, shown, iso) => expect(show(code, value)).toEqual([shown, iso]));

  it.each([
    ['h:mm AM/PM', 0.5, '12:00 PM'],
    ['h:mm:ss', 0.75, '18:00:00'],
    ['[h]:mm:ss', 1.5, '36:00:00'],
    ['mm:ss.0', 0.0001, '00:08.6'],
  ])('%s is a time and not a date', (code, value, shown) => expect(show(code, value)).toEqual([shown]));

  it('counts from 1904 where the workbook says so', () => {
    expect(show('yyyy-mm-dd', 0, true)).toEqual(['1904-01-01', '1904-01-01']);
    expect(show('yyyy-mm-dd', 42735, true)).toEqual(['2021-01-01', '2021-01-01']);
  });

  it('shows the number where there is no date', () => {
    for (const value of [-1, 2_958_466, 1e300]) expect(show('yyyy-mm-dd', value)).toEqual([generalNumber(value)]);
  });

  it('goes from ISO date to serial number and back for every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), (serial) => {
        if (serial === 60) return;
        expect(serialOfIso(isoDate(momentOf(serial, false)!))).toBe(serial);
      }),
    );
  });
});
