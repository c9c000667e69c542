import { findField } from '../customer/fields';
import { holdsDashed } from '../customer/person-number';
import { namesSensitive } from '../customer/sensitive-names';
import type { FileFacts } from '../mapping';
import { cellText } from '../row';
import { areNumbers, looksSensitive } from './sensitive-values';

/**
 * The columns that a file itself says are sensitive: those whose header means something sensitive or is such a value, or whose
 * values have the form of it; and those where such a name stands elsewhere among the first rows with such numbers below it,
 * because the header may be looked for in the wrong one. There may be more columns than the header has.
 * @returns column indexes, the lowest first
 */
export function sensitiveColumns({
  headers,
  headerRow,
  preview,
}: Pick<FileFacts, 'headers' | 'headerRow' | 'preview'>): number[] {
  const textsOf = (index: number, rows: FileFacts['preview']) => rows.map(({ cells }) => cellText(cells[index]) ?? '');
  const below = preview.filter(({ row }) => row > headerRow.value);
  const width = preview.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  return Array.from({ length: width }, (_, index) => index).filter((index) => {
    const header = headers[index] ?? '';
    return (
      namesSensitive(header) ||
      holdsDashed(header) ||
      looksSensitive(header, textsOf(index, below)) ||
      standsAbove(textsOf(index, preview))
    );
  });
}

/** Longer than this is no name of a column. */
const nameChars = 60;

/** Whether a name of such numbers stands above such numbers. Any other word of a row is what it says: Nino is a first name too. */
const standsAbove = (texts: string[]): boolean =>
  texts.some((text, at) => text.length <= nameChars && namesSensitive(text) && areNumbers(texts.slice(at + 1)));

/** Whether a field's values are sealed. */
export const isSensitive = (field: string | null): boolean => field !== null && findField(field)?.kind === 'sensitive';
