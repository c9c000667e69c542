import type { ChangeView } from '@/lib/contracts/customer-api';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { changeLines } from '@/lib/plan/change-lines';
import { showBriefly } from './show-value';

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

export const historyOf = (change: ChangeView, attributes: readonly AttributeDefinition[]): HistoryEntry => ({
  operation: change.operation,
  kind: change.kind,
  created: change.created,
  title: titleOf(change),
  at: change.at,
  importId: change.importId,
  row: change.row,
  lines: changeLines(change.patch, attributes).map(({ field, label, old, now }) => ({
    label,
    old: showBriefly(field, old, attributes),
    new: showBriefly(field, now, attributes),
  })),
});

function titleOf({ kind, created, fileName }: ChangeView): string {
  if (kind === 'edit') return 'Edited by hand';
  return `${created ? 'Created' : 'Updated'} by ${fileName ?? 'an import'}`;
}
