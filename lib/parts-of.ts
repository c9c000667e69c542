import type { RawRow } from './row';

/** What a part has at the most: rows, and characters in their cells where it has more than one row. */
const [mostRows, mostChars] = [500, 256 * 1024];

/** Rows in their order, in parts that cost about the same, however much one of them says. */
export function* partsOf<Row extends Pick<RawRow, 'cells'>>(rows: readonly Row[]): Generator<Row[]> {
  let part: Row[] = [];
  let chars = 0;
  for (const row of rows) {
    const own = charsOf(row);
    if (part.length === mostRows || (part.length > 0 && chars + own > mostChars)) {
      yield part;
      part = [];
      chars = 0;
    }
    part.push(row);
    chars += own;
  }
  if (part.length > 0) yield part;
}

/** The characters in the cells of a row. */
export function charsOf({ cells }: Pick<RawRow, 'cells'>): number {
  let chars = 0;
  for (const cell of cells) if (cell !== null) chars += typeof cell === 'string' ? cell.length : cell[0].length;
  return chars;
}
