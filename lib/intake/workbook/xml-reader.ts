import { SaxesParser } from 'saxes';
import { limits } from '../../limits';
import { damaged, RefusedWhileReading, tooMuchInside } from '../refusal';

/** What is told of an XML stream; names come without their prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  /** All text between two tags, or of one CDATA section. */
  text(text: string): void;
}

const deepest = 64;
/** Characters between two tags, and in one tag; a cell of 32,767 escaped characters has at most 230,000. */
const longestToken = 1_000_000;

/**
 * Reads XML piece by piece. Only what workbooks need is allowed: UTF-8 or UTF-16, no document type (so no entities of
 * one's own), bounded depth and length of tokens.
 * @throws RefusedWhileReading for anything else
 */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private decoder: TextDecoder | null = null;
  private depth = 0;
  private sinceEvent = 0;

  constructor(
    private readonly fileName: string,
    handlers: XmlHandlers,
  ) {
    const { parser } = this;
    parser.on('error', () => {
      throw damaged(fileName);
    });
    parser.on('doctype', () => {
      throw new RefusedWhileReading(
        `${fileName} has definitions inside that no spreadsheet needs. Save it as CSV and upload that.`,
      );
    });
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding)) throw damaged(fileName);
    });
    parser.on('opentag', (tag) => {
      this.sinceEvent = 0;
      if (++this.depth > deepest) throw damaged(fileName);
      handlers.open(localName(tag.name), tag.attributes);
    });
    parser.on('closetag', (tag) => {
      this.sinceEvent = 0;
      this.depth--;
      handlers.close(localName(tag.name));
    });
    parser.on('text', (text) => handlers.text(text));
    parser.on('cdata', (text) => handlers.text(text));
  }

  write(bytes: Buffer): void {
    this.decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    const text = this.decode(bytes);
    this.sinceEvent += text.length;
    this.parser.write(text);
    if (this.sinceEvent > longestToken) throw tooMuchInside(this.fileName);
  }

  end(): void {
    if (!this.decoder) throw damaged(this.fileName);
    this.parser.write(this.decode());
    this.parser.close();
  }

  private decode(bytes?: Buffer): string {
    try {
      return this.decoder!.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw damaged(this.fileName);
    }
  }
}

/** Refuses text that no cell can hold. */
export const checkCellLength = (text: string, fileName: string): void => {
  if (text.length <= limits.cellChars) return;
  const most = limits.cellChars.toLocaleString('en-US');
  throw new RefusedWhileReading(
    `${fileName} has a cell with more than ${most} characters. Shorten it and upload again.`,
  );
};

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** XML 1.0, appendix F: UTF-16 shows by its mark or by the zeros around the first `<`. */
const encodingOf = (bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  const [one, two] = bytes;
  if ((one === 0xff && two === 0xfe) || (one === 0x3c && two === 0)) return 'utf-16le';
  if ((one === 0xfe && two === 0xff) || (one === 0 && two === 0x3c)) return 'utf-16be';
  return 'utf-8';
};
