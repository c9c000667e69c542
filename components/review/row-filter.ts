/** The filter of the rows: one chip or one cause, and a search beside it. */
import type { RowFilter, RowView } from '@/lib/contracts/row-api';
import { fold } from '@/lib/customer/search';

export const queryOf = (filter: RowFilter, more: Record<string, string | number | boolean> = {}): string => {
  const given = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
};

/** Whether a row belongs to a filter; the server decides which rows are listed, this says which no longer are. */
export const matches = (row: RowView, filter: RowFilter): boolean =>
  (!filter.state || row.state === filter.state) &&
  (!filter.disposition ||
    (row.disposition === filter.disposition && row.state !== 'error' && row.state !== 'excluded')) &&
  (!filter.standing || standings[filter.standing](row)) &&
  (!filter.issue || row.issues.some((one) => one.code === filter.issue && isAt(one.field, filter.field))) &&
  (!filter.outcome || row.outcome === filter.outcome) &&
  (!filter.q || holds(row.cells, fold(filter.q)));

const holds = (cells: readonly string[], needle: string) => cells.some((cell) => fold(cell).includes(needle));

const standings: Record<NonNullable<RowFilter['standing']>, (row: RowView) => boolean> = {
  skipped: (row) => row.state === 'excluded' || row.disposition === 'skip',
  behind: (row) => row.disposition !== 'create' && row.disposition !== 'update',
  'auto-changed': (row) => row.changed.length > 0,
  warnings: (row) => row.state === 'warning',
};

const isAt = (at: string | null, field: string | undefined) => field === undefined || (at ?? '-') === field;

/** Whether nothing but a search narrows the rows. */
export const isAll = ({ q: _, ...filter }: RowFilter): boolean =>
  Object.values(filter).every((value) => value === undefined || value === null);
