import { expect, it } from 'vitest';
import type { RowView } from '@/lib/contracts/row-api';
import { isAll, matches, queryOf } from './row-filter';

const row: RowView = {
  row: 7,
  state: 'error',
  disposition: null,
  cells: ['Anna', 'anna@'],
  edited: [],
  values: {},
  changed: [],
  patch: {},
  customerId: null,
  issues: [{ field: 'email', code: 'invalid_email', severity: 'error', message: 'm' }],
};

it('knows when a row no longer belongs to the filter', () => {
  expect(matches(row, { state: 'error' })).toBe(true);
  expect(matches({ ...row, state: 'ok' }, { state: 'error' })).toBe(false);
  expect(matches(row, { issue: 'invalid_email', field: 'email' })).toBe(true);
  expect(matches(row, { issue: 'invalid_email', field: '-' })).toBe(false);
  expect(matches(row, { standing: 'behind', q: 'ANNA' })).toBe(true);
  expect(matches(row, { q: 'bert' })).toBe(false);
});

it('leaves out of the address what is not set', () => {
  expect(queryOf({ state: 'error', q: '', issue: undefined }, { offset: 0 })).toBe('state=error&offset=0');
});

it('takes a search alone for all rows', () => {
  expect(isAll({ q: 'x' })).toBe(true);
  expect(isAll({ standing: 'behind' })).toBe(false);
});
