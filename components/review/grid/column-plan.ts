import type { ColumnView, ImportView } from '@/lib/contracts/import-api';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { deskField } from '@/lib/customer/attribute-field';
import { type Field, type FieldKind, findField } from '@/lib/customer/fields';
import type { MatchKey } from '@/lib/mapping';

/** One column of the grid: a column of the file that feeds a field. Columns that feed nothing are not shown. */
export interface GridColumn {
  /** The column's index in the file. */
  index: number;
  field: Field;
  /** As spreadsheet programs call it: A, B … AA. */
  letters: string;
  header: string;
  isKey: boolean;
  /** Width in px. */
  size: number;
}

/** Narrowest and widest px by kind; phones and emails get room for old → new. */
const bounds: Partial<Record<FieldKind, [number, number]>> = {
  email: [196, 224],
  phone: [238, 260],
  date: [108, 140],
  integer: [84, 130],
  country: [84, 160],
  language: [84, 120],
  gender: [76, 100],
};
const otherBounds: [number, number] = [80, 210];
const charWidth = 7;
/** How many times as wide as planned a text may get where there is room. */
const mostStretch = 1.6;
const stretching: readonly FieldKind[] = ['text', 'email'];
const sides = 17;
const keyIcon = 18;

export const planColumns = (view: ImportView, attributes: readonly AttributeDefinition[] = []): GridColumn[] =>
  view.columns.flatMap((column) => {
    const field = column.field === null ? undefined : (deskField(column.field, attributes) ?? findField(column.field));
    if (!field) return [];
    const isKey = keyFields[view.options.matchKey ?? 'id'].includes(field.name) && view.options.matchKey !== null;
    return [
      {
        index: column.index,
        field,
        letters: lettersOf(column.index),
        header: column.header,
        isKey,
        size: sizeOf(field, column, isKey),
      },
    ];
  });

const keyFields: Record<MatchKey, readonly string[]> = {
  id: ['id'],
  source: ['sourceSystem', 'sourceSystemId'],
  debtorId: ['debtorId'],
  email: ['email'],
};

/** 0 → A, 25 → Z, 26 → AA. */
export const lettersOf = (index: number): string =>
  (index >= 26 ? lettersOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

function sizeOf(field: Field, column: ColumnView, isKey: boolean): number {
  const [least, most] = bounds[field.kind] ?? otherBounds;
  const longest = Math.max(0, ...column.samples.map((sample) => sample.length));
  const label = field.label.length * charWidth + sides + (isKey ? keyIcon : 0);
  return Math.round(Math.max(Math.min(Math.max(longest * charWidth + sides, least), most), Math.min(label, most)));
}

/** Shares room that is left among the columns of text; nothing changes where the columns fill the grid. */
export function fitColumns(columns: readonly GridColumn[], room: number): readonly GridColumn[] {
  const sum = (all: readonly GridColumn[]) => all.reduce((total, column) => total + column.size, 0);
  const texts = columns.filter((column) => stretching.includes(column.field.kind));
  const rest = room - sum(columns);
  if (rest <= 0 || texts.length === 0) return columns;
  const factor = Math.min(mostStretch, 1 + rest / sum(texts));
  return columns.map((column) =>
    texts.includes(column) ? { ...column, size: Math.floor(column.size * factor) } : column,
  );
}
