import type { ColumnProfile } from '../mapping';
import { type Cell, cellText, type RawRow, sealedFrom } from '../row';
import { isBlank } from './blank';
import { dateShape, isEmail, isPhone, isWholeNumber } from './value-shapes';

const samplesKept = 5;
const sampleChars = 200;

/** Counts what the values of each column look like while rows stream by. Memory: a few numbers and samples a column. */
export class ColumnProfiler {
  private readonly columns: ColumnProfile[];

  /** @param headers header texts by column index; cells beyond them are not profiled */
  constructor(headers: string[]) {
    this.columns = headers.map(emptyProfile);
  }

  /** @param sealed columns whose cells are sealed: a row whose values may have come from there gives no samples */
  add(rows: RawRow[], sealed: readonly number[] = []): void {
    for (const row of rows) {
      const { cells } = row;
      const width = Math.min(cells.length, this.columns.length);
      const from = sealedFrom(row, sealed);
      for (let index = 0; index < width; index++) count(this.columns[index]!, cells[index]!, index < from);
      // A cell that a short row lacks has no value either.
      for (let index = width; index < this.columns.length; index++) this.columns[index]!.blank++;
    }
  }

  profiles(): ColumnProfile[] {
    return structuredClone(this.columns);
  }

  /** What is needed to go on after a restart. */
  toJSON(): ColumnProfile[] {
    return this.profiles();
  }

  static fromJSON(columns: ColumnProfile[]): ColumnProfiler {
    const profiler = new ColumnProfiler([]);
    profiler.columns.push(...structuredClone(columns));
    return profiler;
  }
}

const emptyProfile = (header: string, index: number): ColumnProfile => ({
  index,
  header,
  samples: [],
  filled: 0,
  blank: 0,
  wholeNumbers: 0,
  emails: 0,
  phones: 0,
  dates: { dmy: 0, mdy: 0, ymd: 0, ambiguous: 0 },
});

const count = (column: ColumnProfile, cell: Cell, isSample: boolean): void => {
  if (isBlank(cell)) {
    column.blank++;
    return;
  }
  column.filled++;
  const text = cellText(cell)!;
  if (isSample && column.samples.length < samplesKept) keepSample(column.samples, text);
  // A date cell has its ISO date beside it, so it says nothing against any order.
  if (typeof cell === 'string') countShape(column, text.charCodeAt(0) <= 0x20 ? text.trim() : text);
  else column.dates.ymd++;
};

const countShape = (column: ColumnProfile, text: string): void => {
  const first = text.charCodeAt(0);
  // Numbers, dates and phones start with a digit, `+` or `(`; everything else can only be an email.
  if ((first < 48 || first > 57) && first !== 43 && first !== 40) {
    if (isEmail(text)) column.emails++;
    return;
  }
  if (isWholeNumber(text)) column.wholeNumbers++;
  const date = dateShape(text);
  if (date) column.dates[date]++;
  else if (isPhone(text)) column.phones++;
  else if (isEmail(text)) column.emails++;
};

const keepSample = (samples: string[], text: string): void => {
  // Copied, because a piece of a string keeps the whole chunk alive that it was cut from.
  const sample: string = JSON.parse(JSON.stringify(text.slice(0, sampleChars)));
  if (!samples.includes(sample)) samples.push(sample);
};
