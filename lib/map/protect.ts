import { holdsNumber } from '../customer/person-number';
import { namesSensitive } from '../customer/sensitive-names';
import type { OpenedFile } from '../intake/open-file';
import { headerChars } from '../intake/open-sheet';
import { isWord } from '../intake/value-shapes';
import type { FileFacts, Kept, Protection } from '../mapping';
import { cellText } from '../row';
import { joinedColumns, separators } from './joined-columns';
import { extended, keep, layoutOf } from './kept';
import { sensitiveColumns } from './sensitive-columns';

/**
 * What of a file is sealed, as it is opened now. What was ever protected of it opens in no reading:
 * - Where cells stand in the same places, the same columns stay sealed, whatever row is the header.
 * - Where another separator or encoding moves them, nobody knows where in a line it stands now: everything is sealed. Only what was
 *   read as one column, because its header names such numbers among others, is looked at like a new file.
 * - Another sheet has other cells. Its columns with the same header are sealed.
 * @param kept what was protected so far
 * @throws RefusedWhileReading
 */
export async function protect(file: OpenedFile, kept: Kept[], signal?: AbortSignal): Promise<Protection> {
  const { facts } = file;
  const own = sensitiveColumns(facts);
  const before = kept.find(({ layout }) => layout === layoutOf(facts));
  if (before) return inTheSamePlaces(facts, own, before, kept);
  if (facts.format === 'csv' && kept.length > 0) {
    if (!isCutUp(facts.headers, kept)) return everything(facts, kept);
    return anew(facts, union(own, await joinedColumns(file, own, signal)), []);
  }
  const line = facts.format === 'csv' ? lineOfNames(facts) : '';
  if (line !== '') {
    const joined = await joinedColumns(file, own, signal);
    if (joined.length > own.length) return cutWrong(facts, union(joined, [0]), line);
  }
  const names = new Set(kept.flatMap(({ columns }) => columns.map(({ header }) => header)));
  const named = [...facts.headers.keys()].filter(
    (index) => facts.headers[index] !== '' && names.has(facts.headers[index]!),
  );
  return anew(facts, union(own, named), kept);
}

function anew(facts: FileFacts, sealed: number[], others: Kept[]): Protection {
  const headers = shownHeaders(facts, sealed, isName);
  return { sealed, headers, kept: sealed.length > 0 ? [...others, keep(facts, headers, sealed)] : others, notices: [] };
}

/**
 * A row of names among the first that is not the header, because a wrong separator left several of them together, and one names
 * such numbers; blank where there is none.
 */
function lineOfNames({ headerRow, preview }: FileFacts): string {
  for (const { row, cells } of preview) {
    const texts = cells.map((cell) => cellText(cell) ?? '').filter((text) => text.trim() !== '');
    if (row === headerRow.value || !texts.every(isName)) continue;
    if (texts.some((text) => separators.test(text) && text.split(separators).some(namesSensitive)))
      return texts.join(' ').slice(0, headerChars);
  }
  return '';
}

/** The line is kept as the header of the first column: by it the reading with the right separator is known (`isCutUp`). */
function cutWrong(facts: FileFacts, sealed: number[], line: string): Protection {
  const protection = anew(facts, sealed, []);
  const [now] = protection.kept;
  const columns = now!.columns.map((column) => (column.index === 0 ? { ...column, header: line } : column));
  return { ...protection, kept: [{ ...now!, columns }] };
}

function inTheSamePlaces(facts: FileFacts, own: number[], before: Kept, kept: Kept[]): Protection {
  const width = facts.headers.length;
  const places = before.columns.map(({ index }) => index);
  // A row of names that has these too is the header, and the one before was a title.
  const isNamed = facts.headers.every(isName) && places.every((index) => namesSensitive(facts.headers[index] ?? ''));
  const isWider = width > before.width && !isNamed;
  // Rows that were too long for their header were sealed from the first such column on, and fit this one.
  const shifted = isWider ? range(Math.min(...places), width) : [];
  const sealed = union(own, places, shifted);
  const known = new Map(before.columns.map(({ index, header }) => [index, header]));
  // A row that was sealed so far may have been chosen for the header.
  const headers = shownHeaders(facts, sealed, (header, index) => {
    const isOpenSoFar = !isWider && !known.has(index);
    return isName(header) && (isOpenSoFar || header === known.get(index) || namesSensitive(header));
  });
  const found = own.map((index) => ({ index, header: headers[index] ?? '' }));
  const now = { ...extended(before, found), width: isNamed ? Math.max(width, before.width) : before.width };
  return { sealed, headers, kept: kept.map((one) => (one === before ? now : one)), notices: [] };
}

function everything(facts: FileFacts, kept: Kept[]): Protection {
  const width = facts.preview.reduce((most, { cells }) => Math.max(most, cells.length), facts.headers.length);
  const sealed = range(0, Math.max(1, width));
  return { sealed, headers: facts.headers.map(() => ''), kept, notices: [everythingNotice] };
}

const everythingNotice =
  'Every column is protected, because one was when the file was read with another separator or text encoding. Choose that again. If it was wrong, upload the file once more.';

/** Whether what was protected was a whole line under a header of several columns, and these are they now. */
function isCutUp(headers: string[], kept: Kept[]): boolean {
  const line = kept.flatMap(({ columns }) => columns).find(({ index }) => index === 0)?.header ?? '';
  const [whole, parts] = [letters(line), letters(headers.join(''))];
  const isSame = line.length < headerChars ? parts === whole : parts.startsWith(whole);
  return whole !== '' && isSame && headers.length > 1 && headers.some(namesSensitive);
}

/** Headers of sealed columns only where they are names; none where nobody knows which values stand in their row. */
function shownHeaders(
  { headers, headerRow, preview }: FileFacts,
  sealed: number[],
  isShown: (header: string, index: number) => boolean,
): string[] {
  if (sealed.length > 0 && preview.some(({ row, broken }) => row === headerRow.value && broken))
    return headers.map(() => '');
  return headers.map((header, index) => (!sealed.includes(index) || isShown(header, index) ? header : ''));
}

/** Whether a header is a name, or several that a wrong separator left together, and holds no value: the row may be the wrong one. */
export function isName(header: string): boolean {
  const names = header.split(separators).filter((name) => name.trim() !== '');
  return names.length > 0 && names.every((name) => isWord(name.trim())) && !holdsNumber(header);
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
const union = (...lists: number[][]): number[] => [...new Set(lists.flat())].sort((one, other) => one - other);
