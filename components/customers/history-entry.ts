import type { ChangeView } from '@/lib/contracts/customer-api';
import { findField } from '@/lib/customer/fields';
import { showValue } from './show-value';

/** One step of a customer's history, in words. */
export interface HistoryEntry {
  operation: number;
  kind: ChangeView['kind'];
  created: boolean;
  title: string;
  at: string;
  importId: number | null;
  row: number | null;
  lines: { label: string; old: string | null; new: string | null }[];
}

export const historyOf = (change: ChangeView): HistoryEntry => ({
  operation: change.operation,
  kind: change.kind,
  created: change.created,
  title: titleOf(change),
  at: change.at,
  importId: change.importId,
  row: change.row,
  lines: Object.entries(change.patch).map(([name, [before, after]]) => ({
    label: findField(name)?.label ?? name,
    old: showValue(name, before),
    new: showValue(name, after),
  })),
});

function titleOf({ kind, created, fileName }: ChangeView): string {
  if (kind === 'edit') return 'Edited by hand';
  return `${created ? 'Created' : 'Updated'} by ${fileName ?? 'an import'}`;
}
