import { findField } from '../customer/fields';
import { namesSensitive } from '../customer/sensitive-names';
import type { FileFacts, IntakeOptions, SealedColumn } from '../mapping';
import { cellText } from '../row';
import { areNumbers, looksSensitive } from './sensitive-values';

/**
 * The columns that are sealed from the first write on: those whose header means something sensitive, or whose values have the
 * form of it; those where such a name stands elsewhere among the first rows with such numbers below it, because the header may
 * have been looked for in the wrong one; and those that a person mapped so.
 * @param kept columns that were sealed before, which stay so
 * @returns column indexes, the lowest first
 */
export function sensitiveColumns(
  { headers, headerRow, preview }: Pick<FileFacts, 'headers' | 'headerRow' | 'preview'>,
  kept: SealedColumn[],
): number[] {
  const isKept = (header: string, index: number) =>
    kept.some((column) => column.index === index || (header !== '' && column.header === header));
  const textsOf = (index: number, rows: FileFacts['preview']) => rows.map(({ cells }) => cellText(cells[index]) ?? '');
  const below = preview.filter(({ row }) => row > headerRow.value);
  return [...headers.entries()]
    .filter(
      ([index, header]) =>
        isKept(header, index) ||
        namesSensitive(header) ||
        looksSensitive(header, textsOf(index, below)) ||
        standsAbove(textsOf(index, preview)),
    )
    .map(([index]) => index);
}

/** Longer than this is no name of a column. */
const nameChars = 60;

/** Whether a name of such numbers stands above such numbers. Any other word of a row is what it says: Nino is a first name too. */
const standsAbove = (texts: string[]): boolean =>
  texts.some((text, at) => text.length <= nameChars && namesSensitive(text) && areNumbers(texts.slice(at + 1)));

/** Whether a field's values are sealed. */
export const isSensitive = (field: string | null): boolean => field !== null && findField(field)?.kind === 'sensitive';

/** What stays sealed when the file is read in another way: by place too, unless its columns are others then. */
export function stillSealed(
  facts: FileFacts | null,
  before: IntakeOptions,
  { sheet, delimiter, encoding }: IntakeOptions,
): SealedColumn[] {
  const same = sheet === before.sheet && delimiter === before.delimiter && encoding === before.encoding;
  const found = (facts?.sealed ?? []).map((index) => ({ index, header: facts!.headers[index] ?? '' }));
  const all = [...(before.sealed ?? []), ...found].map((column) => (same ? column : { ...column, index: null }));
  return [...new Map(all.map((column) => [JSON.stringify(column), column])).values()];
}
