import { Finder } from './finder';

/** The text at hand, and where its line ends, quotation marks and delimiters are. */
export class Page {
  readonly quotes: Finder;
  readonly delimiters: Finder;
  private readonly lf: Finder;
  private readonly cr: Finder;

  constructor(
    readonly data: string,
    readonly delimiter: string,
  ) {
    this.quotes = new Finder(data, '"');
    this.delimiters = new Finder(data, delimiter);
    this.lf = new Finder(data, '\n');
    this.cr = new Finder(data, '\r');
  }

  /** Where the line ends that holds `at`; the length of the text when it has no end here. */
  lineEnd(at: number): number {
    return Math.min(this.lf.from(at), this.cr.from(at), this.data.length);
  }

  afterLineEnd(end: number): number {
    return this.data[end] === '\r' && this.data[end + 1] === '\n' ? end + 2 : end + 1;
  }

  /** Whether the line that ends at `end` may go on in text not read yet: no line end, or a CR that a LF may follow. */
  isOpen(end: number, last: boolean): boolean {
    if (last) return false;
    return end >= this.data.length || (end === this.data.length - 1 && this.data[end] === '\r');
  }

  rewind(): void {
    for (const finder of [this.quotes, this.delimiters, this.lf, this.cr]) finder.rewind();
  }
}
