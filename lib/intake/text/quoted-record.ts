import type { Page } from './page';

/** What reading one record gave: where the next one starts, or why there is none (`reached` says how far was read). */
type Quoted = { next: number; cells: string[] } | 'incomplete' | { malformed: true; reached: number };

/**
 * Reads one record that has a quotation mark on its first line (RFC 4180 section 2, rules 5 to 7).
 * @param from where the record starts
 * @param last whether the text ends where the file ends; otherwise a record cut off by the end is `incomplete`
 */
export const readQuoted = (page: Page, from: number, last: boolean): Quoted => {
  const { data, delimiter } = page;
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let end: number;
    if (data[at] === '"') {
      const close = closingQuote(data, at + 1);
      if (close < 0) return last ? { malformed: true, reached: data.length } : 'incomplete';
      end = close + 1;
      // Blanks after a closing quotation mark are kept, as spreadsheet programs do.
      while (data[end] === ' ') end++;
      cells.push(withoutDoubling(data.slice(at + 1, close)) + data.slice(close + 1, end));
    } else {
      const line = page.lineEnd(at);
      end = Math.min(page.delimiters.from(at), line);
      cells.push(data.slice(at, end));
    }
    if (data[end] === delimiter) {
      at = end + 1;
      continue;
    }
    if (page.isOpen(end, last)) return 'incomplete';
    if (end < data.length && data[end] !== '\n' && data[end] !== '\r') return { malformed: true, reached: end };
    return { next: page.afterLineEnd(end), cells };
  }
};

/** The position of the quotation mark that closes a cell; two in a row stand for one. */
const closingQuote = (data: string, from: number): number => {
  let at = data.indexOf('"', from);
  while (at >= 0 && data[at + 1] === '"') at = data.indexOf('"', at + 2);
  return at;
};

const withoutDoubling = (text: string): string => (text.includes('"') ? text.replaceAll('""', '"') : text);
