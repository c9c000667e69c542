import { RefusedWhileReading } from '../refusal';
import type { Archive } from './archive';
import { checkCellLength, XmlReader } from './xml-reader';

/** Bytes of text kept in memory: more than a million distinct values of ordinary length. */
const mostBytes = 96 * 1024 * 1024;
const mostStrings = 16 * 1024 * 1024;
/** Larger than the longest cell in UTF-8, so that each text fits into one page. */
const pageBytes = 1024 * 1024;

/** The texts that cells refer to by number, packed as UTF-8: a tenth of what as many JavaScript strings would take. */
export class SharedStrings {
  private readonly pages: Buffer[] = [];
  private starts = new Uint32Array(1024);
  private ends = new Uint32Array(1024);
  private end = 0;
  private count = 0;

  /** @throws RefusedWhileReading when there are more than memory is meant to hold */
  add(text: string, fileName: string): void {
    checkCellLength(text, fileName);
    // At most three bytes for a UTF-16 unit: a cheap bound that saves measuring each text.
    if ((this.end % pageBytes) + text.length * 3 > pageBytes || this.pages.length === 0) {
      this.end = this.pages.length * pageBytes;
      if (this.end >= mostBytes) throw tooManyTexts(fileName);
      this.pages.push(Buffer.allocUnsafeSlow(pageBytes));
    }
    if (this.count >= mostStrings) throw tooManyTexts(fileName);
    if (this.count === this.starts.length) [this.starts, this.ends] = [doubled(this.starts), doubled(this.ends)];
    const page = this.pages[this.pages.length - 1]!;
    this.starts[this.count] = this.end;
    this.end += page.write(text, this.end % pageBytes, 'utf8');
    this.ends[this.count++] = this.end;
  }

  /** The text with that number; undefined when there is none. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const start = this.starts[index]!;
    const offset = start % pageBytes;
    const page = this.pages[Math.floor(start / pageBytes)]!;
    return page.toString('utf8', offset, offset + this.ends[index]! - start);
  }
}

/**
 * Reads the part with the shared texts (ECMA-376 part 1, 18.4). Rich text is joined; phonetic hints are left out.
 * @throws RefusedWhileReading for damage, and for more text than memory is meant to hold
 */
export const readSharedStrings = async (archive: Archive, part: string, fileName: string): Promise<SharedStrings> => {
  const strings = new SharedStrings();
  let text = '';
  let inText = false;
  let inPhonetic = false;
  const reader = new XmlReader(fileName, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      checkCellLength(text, fileName);
    },
    close(name) {
      if (name === 'si') strings.add(text, fileName);
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
  });
  for await (const chunk of archive.read(part)) reader.write(chunk);
  reader.end();
  return strings;
};

const tooManyTexts = (fileName: string): RefusedWhileReading =>
  new RefusedWhileReading(
    `${fileName} holds more different texts than can be read from XLSX. Save the sheet as CSV and upload that.`,
  );

const doubled = (numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
};
