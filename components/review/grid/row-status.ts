import type { IconName } from '@/components/shell/icon';
import { kinds } from '@/components/shell/kinds';
import type { RowView } from '@/lib/contracts/row-api';

export interface RowStatus {
  icon: IconName;
  word: string;
  /** The stem of its colour tokens. */
  token: string;
}

/** What a row counts as: excluded before error before its plan. */
export function statusOf(row: RowView): RowStatus {
  if (row.state === 'excluded') return kinds.skip;
  if (row.state === 'error') return { icon: 'error', word: 'Error', token: 'error' };
  return kinds[row.disposition ?? 'unchanged'];
}

/** Sentences about the whole row, for its menu. */
export function sentencesOf(row: RowView): string[] {
  const issues = row.issues.filter((one) => one.field === null).map((one) => one.message);
  return [...new Set(row.message ? [row.message, ...issues] : issues)];
}
