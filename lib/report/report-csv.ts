import type { ImportRecord } from '../import-store';
import type { Store } from '../store';
import { csvLine } from './csv-line';
import { reportHeaders, reportLines, type Which } from './report-rows';

/**
 * The report of an import as CSV, in parts: see `report-rows.ts`. Leads that a spreadsheet program would take for a formula are
 * neutralised. UTF-8 with a byte order mark, CRLF (RFC 4180), the delimiter of the file.
 */
export async function* reportCsv(
  store: Pick<Store, 'readRows' | 'vault'>,
  record: ImportRecord,
  which: Which,
  more: { clear: boolean },
): AsyncGenerator<string> {
  const delimiter = record.facts?.delimiter?.value ?? ',';
  yield `\ufeff${csvLine(reportHeaders(record, which), delimiter)}`;
  for await (const lines of reportLines(store, record, which, more)) {
    yield lines.map((texts) => csvLine(texts, delimiter)).join('');
  }
}
