import type { RowView } from '@/lib/contracts/row-api';
import { textOf } from './grid/cell-look';
import type { GridColumn } from './grid/column-plan';

/** What a person knows the row by: its name, else its company, else the first thing that is filled. */
export function titleOf(row: RowView, columns: readonly GridColumn[]): string {
  const text = (name: string) => {
    const column = columns.find((one) => one.field.name === name);
    return column ? textOf(row, column).trim() : '';
  };
  const person = [text('firstName'), text('middleName'), text('lastName')].filter(Boolean).join(' ');
  const first = columns.map((column) => textOf(row, column).trim()).find(Boolean);
  return text('name') || person || text('company') || first || 'blank';
}
