import { limits } from '../../limits';
import type { RawRow } from '../../row';
import { allBlank, filledLength } from '../blank';
import { tooManyBrokenQuotes } from '../refusal';
import { Page } from './page';
import { readQuoted } from './quoted-record';

/** Characters that may be read twice because of quotation marks that do not close, before the file is given up. */
const rereadBudget = 256 * limits.recordChars;

/**
 * Splits streamed text into records (RFC 4180; line ends LF, CRLF, CR and any mix). Blank records are counted and left
 * out. A quotation mark that never closes, or closes before other text, makes its physical line one `malformed_row`,
 * and a line longer than `limits.recordChars` is cut to one `line_too_long`. Reading resumes at the next line, so it
 * costs no other row. A quotation mark inside an unquoted cell is text.
 */
export class Tokeniser {
  private carry = '';
  private skipping = false;
  private reread = 0;
  private row = 0;
  /** Physical lines so far. */
  private line = 0;

  /** @param fileName for the sentence that gives up a file in which quotation marks hardly ever close */
  constructor(
    private readonly delimiter: string,
    private readonly fileName: string,
  ) {}

  /** Records so far, blank ones included. */
  get recordsSeen(): number {
    return this.row;
  }

  /**
   * Reads on.
   * @param text the next part of the file, decoded
   * @param last whether this is the end of the file
   * @param into receives the records that are complete by now
   */
  read(text: string, last: boolean, into: RawRow[]): void {
    const page = new Page(this.carry + text, this.delimiter);
    let at = 0;
    while (at < page.data.length) {
      const next = this.skipping ? this.passOver(page, at, last) : this.record(page, at, last, into);
      if (next === null) break;
      at = next;
    }
    this.carry = page.data.slice(at);
  }

  /** Reads the record at `at`; returns where the next one starts, or null when more text is needed. */
  private record(page: Page, at: number, last: boolean, into: RawRow[]): number | null {
    const end = page.lineEnd(at);
    if (page.quotes.from(at) < end) return this.quoted(page, at, last, into);
    if (page.isOpen(end, last) || end - at > limits.recordChars) return this.malformed(page, at, last, into);
    this.line++;
    if (end > at) this.push(page.data.slice(at, end).split(this.delimiter), into);
    else this.row++;
    return page.afterLineEnd(end);
  }

  private quoted(page: Page, at: number, last: boolean, into: RawRow[]): number | null {
    const result = readQuoted(page, at, last);
    if (result === 'incomplete') return this.malformed(page, at, last, into);
    if ('malformed' in result) return this.malformed(page, at, last, into, result.reached);
    if (result.next - at > limits.recordChars) return this.malformed(page, at, last, into, result.next);
    this.line += linesOf(page.data.slice(at, result.next));
    this.push(result.cells, into);
    return result.next;
  }

  /**
   * Gives up on the record at `at`: its physical line becomes one row with a fault. Waits for more text while the line
   * is not complete and still short enough, and also (`reached` not given) while the record itself may go on.
   */
  private malformed(page: Page, at: number, last: boolean, into: RawRow[], reached?: number): number | null {
    page.rewind();
    const end = page.lineEnd(at);
    const open = page.isOpen(end, last);
    const mayGoOn = open || (reached === undefined && !last);
    if (mayGoOn && page.data.length - at <= limits.recordChars) return null;
    this.reread += Math.max(0, (reached ?? page.data.length) - end);
    if (this.reread > rereadBudget) throw tooManyBrokenQuotes(this.fileName);
    const line = page.data.slice(at, Math.min(end, at + limits.recordChars));
    const cells = foldLongTail(line.split(this.delimiter), this.delimiter);
    const code = end - at > limits.recordChars ? 'line_too_long' : 'malformed_row';
    into.push({ row: ++this.row, cells, faults: [{ column: null, line: ++this.line, code }] });
    this.skipping = open;
    return open ? end : page.afterLineEnd(end);
  }

  /** Drops what is left of a line that is too long to keep. */
  private passOver(page: Page, at: number, last: boolean): number | null {
    const end = page.lineEnd(at);
    if (end >= page.data.length) return end;
    if (page.isOpen(end, last)) return null;
    this.skipping = false;
    return page.afterLineEnd(end);
  }

  private push(cells: string[], into: RawRow[]): void {
    this.row++;
    if (allBlank(cells)) return;
    if (cells.length <= limits.columns) into.push({ row: this.row, cells });
    else if (filledLength(cells) <= limits.columns) into.push({ row: this.row, cells: cells.slice(0, limits.columns) });
    else {
      const folded = foldLongTail(cells, this.delimiter);
      into.push({ row: this.row, cells: folded, faults: [{ column: null, code: 'row_too_long' }] });
    }
  }
}

/** How many lines a record takes, its own line end included. */
const linesOf = (record: string): number => {
  const ends = record.match(/\r\n|\n|\r/g)?.length ?? 0;
  return /[\r\n]$/.test(record) ? ends : ends + 1;
};

/** Keeps a row with thousands of cells bounded without losing any of it: the last cell takes all the rest. */
const foldLongTail = (cells: string[], delimiter: string): string[] =>
  cells.length <= limits.columns
    ? cells
    : [...cells.slice(0, limits.columns - 1), cells.slice(limits.columns - 1).join(delimiter)];
