import type { Delimiter } from '../mapping';
import { neutralise, reasonHeader } from '../neutral';
import { cellsNow, reasonOf } from '../review/reason';
import type { ImportRecord, ReviewStore } from '../store';

const rowHeader = 'Import Desk row';
const outcomeHeader = 'Import Desk outcome';
const customerHeader = 'Import Desk customer';

const part = 500;

/**
 * The report of an import as CSV, in parts: the file's own columns with the cells as edited, then what happened.
 * `failed` holds failed and conflict rows, only with the reason, so that it can be repaired and uploaded again.
 * Leads that a spreadsheet program would take for a formula are neutralised. UTF-8 with a byte order mark, CRLF
 * (RFC 4180), the delimiter of the file.
 */
export async function* reportCsv(
  store: Pick<ReviewStore, 'readRows'>,
  record: ImportRecord,
  which: 'all' | 'failed',
): AsyncGenerator<string> {
  const delimiter = record.facts?.delimiter?.value ?? ',';
  const headers = record.facts?.headers ?? [];
  const line = (texts: string[]) => csvLine(texts, delimiter);
  const more = which === 'all' ? [rowHeader, outcomeHeader, customerHeader, reasonHeader] : [reasonHeader];
  yield `\ufeff${line([...headers, ...more])}`;
  for (const outcome of which === 'all' ? [undefined] : (['failed', 'conflict'] as const)) {
    for (let offset = 0; ; offset += part) {
      const rows = await store.readRows(record.id, { outcome }, offset, part);
      if (rows.length === 0) break;
      yield rows
        .map((shown) => {
          const cells = cellsNow(shown);
          const message = reasonOf(shown) ?? '';
          const { outcome: became, customerId } = shown.outcome ?? {};
          const own = headers.map((_, index) => cells[index] ?? '');
          const told =
            which === 'all' ? [String(shown.row), became ?? '', String(customerId ?? ''), message] : [message];
          return line([...own, ...told]);
        })
        .join('');
    }
  }
}

function csvLine(texts: string[], delimiter: Delimiter): string {
  const cells = texts.map((text) => {
    const neutral = neutralise(text);
    const quoted = neutral.includes(delimiter) || /["\r\n]/.test(neutral) || neutral !== neutral.trim();
    return quoted ? `"${neutral.replaceAll('"', '""')}"` : neutral;
  });
  return `${cells.join(delimiter)}\r\n`;
}
