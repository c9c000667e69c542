import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ImportRecord } from '../import-store';
import { neutralise } from '../neutral';
import type { Store } from '../store';
import { reportHeaders, reportLines, type Which } from './report-rows';
import { workbookParts } from './workbook-parts';

/** Rows of a sheet, and characters of a cell: more no spreadsheet program reads. */
const [mostRows, mostChars] = [1_048_576, 32_767];

/**
 * The report of an import as a workbook, streamed: see `report-rows.ts`. Every cell is text. Where the rows and their header are
 * more than a sheet holds, there is another sheet.
 */
export function reportXlsx(
  store: Pick<Store, 'readRows' | 'vault'>,
  record: ImportRecord,
  which: Which,
  more: { clear: boolean },
): Readable {
  const headers = reportHeaders(record, which);
  const lines = reportLines(store, record, which, more);
  const sheets = Math.max(1, Math.ceil(record.rows / (mostRows - 1)));
  const zip = new ZipFile();
  const left: string[][] = [];
  for (const [name, text] of workbookParts(sheets)) zip.addBuffer(Buffer.from(text), name);
  for (let sheet = 1; sheet <= sheets; sheet++) {
    // Its rows are asked for when the sheet in front of it is written.
    zip.addReadStream(Readable.from(sheetXml(headers, lines, left)), `xl/worksheets/sheet${sheet}.xml`);
  }
  zip.end();
  return Readable.from(zip.outputStream);
}

async function* sheetXml(
  headers: string[],
  lines: AsyncGenerator<string[][]>,
  left: string[][],
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';
  yield rowXml(headers);
  let rows = 1;
  while (rows < mostRows) {
    if (left.length === 0) {
      const next = await lines.next();
      if (next.done) break;
      left.push(...next.value);
    }
    const part = left.splice(0, mostRows - rows);
    rows += part.length;
    yield part.map(rowXml).join('');
  }
  yield '</sheetData></worksheet>';
}

const rowXml = (texts: string[]): string => `<row>${texts.map(cellXml).join('')}</row>`;

const cellXml = (text: string): string =>
  text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(cut(neutralise(text)))}</t></is></c>`;

const cut = (text: string): string => (text.length > mostChars ? `${text.slice(0, mostChars - 1)}…` : text);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold is written as workbooks do (ECMA-376 part 1, 22.9.2.19): `_x0000_`. */
const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\r]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replace(/[&<>]/g, (sign) => entities[sign]!);
