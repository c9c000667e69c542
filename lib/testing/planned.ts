import type { PlannedRow } from '../records';

/** A plan that does nothing, with what a test wants of it. */
export const planned = (row: number, more: Partial<PlannedRow> = {}): PlannedRow => ({
  row,
  state: 'ok',
  disposition: 'unchanged',
  values: {},
  issues: [],
  changed: [],
  patch: {},
  keys: [`email:${row}@example.com`],
  target: null,
  reserved: null,
  addresses: {},
  derived: null,
  message: null,
  ...more,
});
