import { expect, test } from 'vitest';
import type { ColumnProfile } from '../mapping';
import { detectDateOrder } from './suggest';

const detect = (dates: Partial<ColumnProfile['dates']>, samples: string[] = [], field = 'dateOfBirth') =>
  detectDateOrder(
    [{ index: 0, field }],
    [
      {
        index: 0,
        header: '',
        samples,
        filled: 9,
        blank: 0,
        wholeNumbers: 0,
        emails: 0,
        phones: 0,
        dates: { dmy: 0, mdy: 0, ymd: 0, ambiguous: 0, ...dates },
      },
    ],
  );

test('one value that only one order allows decides, and is shown', () => {
  expect(detect({ dmy: 1, ambiguous: 8 }, ['01-02-1971', '21-06-1971'])).toEqual({
    order: 'dmy',
    evidence: 'from 21-06-1971',
  });
  expect(detect({ mdy: 2, ymd: 1 })).toEqual({ order: 'mdy', evidence: 'from 2 values that are month first' });
});

test('values that contradict each other decide nothing', () => {
  expect(detect({ dmy: 8, mdy: 1 })).toEqual({
    order: null,
    evidence: 'some values are day first, some month first',
  });
});

test('values that both orders allow decide nothing, however many are year first', () => {
  expect(detect({ ambiguous: 1, ymd: 8 }).order).toBeNull();
  expect(detect({ ymd: 8 }).order).toBe('ymd');
});

test('columns that are not dates do not count', () => {
  expect(detect({ dmy: 9 }, [], 'name')).toEqual({ order: null, evidence: 'no column is matched to a date' });
});
