import type { RowView } from '@/lib/contracts/row-api';
import type { GridColumn } from './column-plan';
import { listPatch } from './list-patch';

/** The texts a person typed that the server has not answered yet, by field. */
export type Typed = ReadonlyMap<string, string>;

/** What a text breaks in the rules of its field, said before the server says it; undefined where nothing or not known. */
export type QuickCheck = (column: GridColumn, text: string) => string | undefined;

/** A row with what was just typed: the text stands at once, the plan follows with the answer. */
export function withTyped(row: RowView, typed: Typed, columns: readonly GridColumn[], check: QuickCheck): RowView {
  const cells = [...row.cells];
  const issues = row.issues.filter((one) => one.field === null || !typed.has(one.field));
  const edited = new Set(row.edited);
  for (const column of columns) {
    const text = typed.get(column.field.name);
    if (text === undefined) continue;
    while (cells.length < column.index) cells.push('');
    cells[column.index] = text;
    edited.add(column.index);
    const message = check(column, text);
    if (message) issues.push({ field: column.field.name, code: 'too_long', severity: 'error', message });
  }
  const listed = typed.has('addresses') ? listPatch(row) : {};
  const without = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([field]) => !typed.has(field) && !(field in listed)));
  return {
    ...row,
    cells,
    issues,
    edited: [...edited],
    values: without(row.values),
    patch: without(row.patch),
    changed: row.changed.filter((field) => !typed.has(field)),
  };
}
