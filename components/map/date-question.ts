import type { ColumnView } from '@/lib/contracts/import-api';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { deskField } from '@/lib/customer/attribute-field';
import { readDate } from '@/lib/customer/date';
import type { ColumnMapping, DateOrder } from '@/lib/mapping';

/** The columns that feed a date. */
export function dateColumns(
  { columns: mapped, attributes = [] }: { columns: ColumnMapping[]; attributes?: AttributeDefinition[] },
  columns: ColumnView[],
): ColumnView[] {
  const dated = mapped.filter(({ field }) => field !== null && deskField(field, attributes)?.kind === 'date');
  return columns.filter((column) => dated.some(({ index }) => index === column.index));
}

/** Whether the whole file leaves open which comes first: values speak for both orders, or all fit both. */
export function isOrderOpen(columns: ColumnView[]): boolean {
  const sum = (kind: keyof ColumnView['dates']) => columns.reduce((all, { dates }) => all + dates[kind], 0);
  const [day, month] = [sum('dmy') > 0, sum('mdy') > 0];
  return day === month && (day || sum('ambiguous') > 0);
}

/** The question about the order of day and month, with a date of the file; null where its samples leave none open. */
export function dateQuestion(columns: ColumnView[]): string | null {
  const texts = columns.flatMap(({ samples }) => samples).map((text) => text.trim());
  const proves = (order: DateOrder, other: DateOrder) =>
    texts.some((text) => readDate(text, order).value !== null && readDate(text, other).value === null);
  const [day, month] = [proves('dmy', 'mdy'), proves('mdy', 'dmy')];
  const sample = texts.find((text) => readDate(text, null).code === 'ambiguous_date');
  if (day !== month || !(day || sample)) return null;
  return `Which comes first in ${sample ?? '03/04/2024'}, the day or the month?`;
}
