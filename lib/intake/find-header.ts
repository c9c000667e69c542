import { reasonHeader } from '../neutral';
import { type Cell, cellText, isBroken, type RawRow } from '../row';
import { isBlank } from './blank';
import { isWord } from './value-shapes';

/** Where the header is, as `FileFacts.headerRow`; 0 when there is none. */
export interface FoundHeader {
  value: number;
  evidence: string;
}

/** Records below the title lines that are looked at. */
const searched = 40;

/**
 * Finds the header: a row of words that is about as full as the rows below, also below title lines. Of several such
 * rows the one counts that stands above most columns of numbers, dates or addresses; else the first.
 * @param head the first records of the sheet, blank ones left out
 */
export const findHeader = (head: RawRow[]): FoundHeader => {
  const rows = head.filter((record) => !isBroken(record));
  if (rows.length === 0) return { value: 0, evidence: 'no rows' };
  const ours = rows.find((record) => record.cells.some((cell) => cellText(cell) === reasonHeader));
  if (ours) return { value: ours.row, evidence: 'the headers of a report' };
  const typical = typicalFilled(rows);
  let best: { index: number; typed: number } | null = null;
  let isBelowTitle = false;
  for (const [index, record] of rows.slice(0, searched).entries()) {
    const filled = record.cells.filter((cell) => !isBlank(cell));
    // Half of the columns may be nameless, but a single cell above two columns is a title.
    if (filled.length * 2 < typical || (filled.length === 1 && typical === 2)) continue;
    if (!looksLikeHeader(filled)) {
      // A line such as "Export of customers, 2024" is narrower than what follows. Of a row of data that is, nobody knows yet.
      isBelowTitle = filled.length < typical && index < mostTitles && !best;
      if (isBelowTitle) continue;
      // The first row of data ends the search: what follows is data too.
      break;
    }
    const typed = typedColumnsBelow(rows, index);
    // Below what may be data, only a row of words above other values is known to be none.
    if (isBelowTitle && typed === 0) break;
    if (!best || typed > best.typed) best = { index, typed };
  }
  if (!best) return { value: 0, evidence: 'first row looks like data' };
  const evidence = best.index === 0 ? 'first row is all words' : 'first full row of words, below other lines';
  return { value: rows[best.index]!.row, evidence };
};

/** Lines above a header that may hold a date or a number. */
const mostTitles = 5;

/** How many cells most rows fill: the upper median. */
const typicalFilled = (rows: RawRow[]): number => {
  const counts = rows.map((record) => record.cells.filter((cell) => !isBlank(cell)).length).sort((a, b) => a - b);
  return counts[counts.length >> 1]!;
};

const looksLikeHeader = (filled: Cell[]): boolean => {
  const words = filled.map((cell) => cellText(cell)!.trim());
  return words.every(isWord) && new Set(words).size * 2 >= words.length;
};

/** Columns with a word in this row above values that are mostly not words. */
const typedColumnsBelow = (rows: RawRow[], index: number): number => {
  const below = rows.slice(index + 1, index + 1 + searched);
  return rows[index]!.cells.filter((cell, column) => {
    if (isBlank(cell)) return false;
    const values = below.map((record) => record.cells[column]).filter((value) => !isBlank(value));
    const typed = values.filter((value) => typeof value !== 'string' || !isWord(value.trim())).length;
    return typed * 2 > values.length;
  }).length;
};
