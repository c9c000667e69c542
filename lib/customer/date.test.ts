import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from './date';

describe('readDate', () => {
  test('every date of the calendar comes through in each order that writes it', () => {
    const dates = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-');
        expect(readDate(iso, null).value).toBe(iso);
        expect(readDate(`${d}-${m}-${y}`, 'dmy').value).toBe(iso);
        expect(readDate(`${m}/${d}/${y}`, 'mdy').value).toBe(iso);
        expect(readDate(`${y}${m}${d}`, 'dmy').value).toBe(iso);
      }),
    );
  });

  test.each([
    ['28 feb 1984'],
    ['28-Feb-84'],
    ['Feb 28, 1984'],
    ['February 28th 1984'],
    ['28. Februar 1984'],
    ['28 février 1984'],
    ['28 de febrero de 1984'],
    ['28 februari 1984'],
    ['1984/2/28'],
    ['1984-02-28T00:00:00.000Z'],
    ['1984-02-28 00:00:00'],
    ['28.2.1984'],
    ['2/28/1984'],
    ['84-02-28'],
  ])('%s is read without an order', (text) => {
    expect(readDate(text, null)).toEqual({ value: '1984-02-28' });
  });

  test('a date that two orders allow waits for the decision', () => {
    expect(readDate('01/02/1984', null)).toEqual({ value: null, code: 'ambiguous_date' });
    expect(readDate('01/02/1984', 'ymd').code).toBe('ambiguous_date');
    expect(readDate('01/02/1984', 'dmy').value).toBe('1984-02-01');
    expect(readDate('01/02/1984', 'mdy').value).toBe('1984-01-02');
    expect(readDate('02/02/1984', null).value).toBe('1984-02-02');
  });

  test('a decided order is kept to, the other reading is only offered', () => {
    expect(readDate('02/28/1984', 'dmy')).toEqual({ value: null, code: 'invalid_date', suggestion: '1984-02-28' });
  });

  test('two-digit years turn at 30', () => {
    expect(readDate('01-02-29', 'dmy').value).toBe('2029-02-01');
    expect(readDate('01-02-30', 'dmy').value).toBe('1930-02-01');
    expect(readDate('30-02-01', 'ymd').value).toBe('1930-02-01');
  });

  test.each(['1980-02-31', '1900-02-29', '1984-13-01', '31 april 1984', '0000-01-01', '12345', 'soon', '1984-00-10'])(
    '%s is no date',
    (text) => {
      expect(readDate(text, null)).toMatchObject({ value: null, code: 'invalid_date' });
    },
  );

  test('a time of day is not dropped silently', () => {
    expect(readDate('2024-10-06 22:24:54', null)).toEqual({
      value: null,
      code: 'invalid_date',
      suggestion: '2024-10-06',
    });
  });
});
