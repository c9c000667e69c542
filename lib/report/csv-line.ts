import type { Delimiter } from '../mapping';
import { neutralise } from '../neutral';

/** One line of a CSV file (RFC 4180), with its CRLF. Leads that a spreadsheet program would take for a formula are neutralised. */
export function csvLine(texts: string[], delimiter: Delimiter): string {
  const cells = texts.map((text) => {
    const neutral = neutralise(text);
    const quoted = neutral.includes(delimiter) || /["\r\n]/.test(neutral) || neutral !== neutral.trim();
    return quoted ? `"${neutral.replaceAll('"', '""')}"` : neutral;
  });
  return `${cells.join(delimiter)}\r\n`;
}
