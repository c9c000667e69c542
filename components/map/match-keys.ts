import { formatCount } from '@/components/shell/numbers';
import type { ColumnView } from '@/lib/contracts/import-api';
import { type ColumnMapping, type MatchKey, matchKeys } from '@/lib/mapping';

/** The field whose column makes a match key possible; a source system may be a constant. */
export const keyField: Record<MatchKey, string> = {
  id: 'id',
  source: 'sourceSystemId',
  debtorId: 'debtorId',
  email: 'email',
};

/** Match keys that have a column, in the order of preference. */
export const usableKeys = (columns: ColumnMapping[]): MatchKey[] =>
  matchKeys.filter((key) => columns.some(({ field }) => field === keyField[key]));

/** What the values of a key's column say about it: `Filled in every row.` */
export function describeKey(key: MatchKey, mapped: ColumnMapping[], columns: ColumnView[]): string | undefined {
  const index = mapped.find(({ field }) => field === keyField[key])?.index;
  const column = columns.find((view) => view.index === index);
  if (!column) return undefined;
  if (column.blank === 0) return 'Filled in every row.';
  return `Blank in ${formatCount(column.blank, 'row')}. A row without it stays behind as an error.`;
}
