import { expect, test } from 'vitest';
import type { ColumnProfile } from '../mapping';
import { defaultMatchKey } from './suggest';

const profile = (index: number, filled: number, blank: number): ColumnProfile => ({
  index,
  header: '',
  samples: [],
  filled,
  blank,
  wholeNumbers: 0,
  emails: 0,
  phones: 0,
  dates: { dmy: 0, mdy: 0, ymd: 0, ambiguous: 0 },
});

const key = (columns: Record<string, [filled: number, blank: number]>, constant: string | null = null) =>
  defaultMatchKey(
    Object.keys(columns).map((field, index) => ({ index, field })),
    Object.values(columns).map(([filled, blank], index) => profile(index, filled, blank)),
    constant,
  );

test('the first key that is filled in every row', () => {
  expect(key({ email: [9, 0], debtorId: [9, 0], id: [8, 1] })).toBe('debtorId');
  expect(key({ email: [9, 0], sourceSystem: [9, 0], sourceSystemId: [9, 0] })).toBe('source');
});

test('else the key that is filled most', () => {
  expect(key({ email: [8, 1], id: [7, 2] })).toBe('email');
  expect(key({ email: [8, 1], sourceSystem: [5, 4], sourceSystemId: [9, 0] })).toBe('email');
});

test('a constant fills the source system', () => {
  expect(key({ email: [8, 1], sourceSystemId: [9, 0] }, 'erp')).toBe('source');
});

test('none where no column can be a key', () => {
  expect(key({ name: [9, 0] })).toBeNull();
});
