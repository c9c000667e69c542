import { findField } from '../customer/fields';
import type { FileFacts, IntakeOptions, SealedColumn } from '../mapping';
import { cellText } from '../row';
import { candidates } from './candidates';
import { words } from './header';
import { namesSensitive } from './private-columns';

/**
 * The columns that are sealed from the first write on: those whose header means something sensitive, also one that stands
 * elsewhere among the first rows, where the header was looked for in the wrong one; and those that a person mapped so.
 * @param kept columns that were sealed before, which stay so
 * @returns column indexes, the lowest first
 */
export function sensitiveColumns({ headers, preview }: Pick<FileFacts, 'headers' | 'preview'>, kept: SealedColumn[]) {
  const isKept = (header: string, index: number) =>
    kept.some((column) => column.index === index || (header !== '' && column.header === header));
  const found = new Set<number>();
  for (const [index, header] of headers.entries()) {
    const texts = [header, ...preview.map(({ cells }) => cellText(cells[index]) ?? '')];
    if (isKept(header, index) || texts.some(isNamed)) found.add(index);
  }
  return [...found];
}

/** Longer than this is no name of a column. */
const nameChars = 60;

const isNamed = (text: string): boolean =>
  text.length <= nameChars &&
  /\p{L}{2}/u.test(text) &&
  (namesSensitive(words(text)) || candidates({ header: text, index: 0 }).some(({ field }) => isSensitive(field)));

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
