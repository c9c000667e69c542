import type { ImportRecord } from '../import-store';
import { reasonHeader } from '../neutral';
import type { ShownRow } from '../records';
import { reasonOf, warningsOf } from '../review/reason';
import { sealsOf, shownCells } from '../review/shown-cells';
import type { Cell } from '../row';
import type { Outcome } from '../steps';
import type { Store } from '../store';

const rowHeader = 'Import Desk row';
const outcomeHeader = 'Import Desk outcome';
const customerHeader = 'Import Desk customer';
const warningsHeader = 'Import Desk warnings';

const part = 500;

type RowStore = Pick<Store, 'readRows' | 'vault'>;
/** `failed` holds failed and conflict rows, only with the reason, so that it can be repaired and uploaded again. */
export type Which = 'all' | 'failed';

/** The headers of a report: the file's own columns, then what happened. */
export const reportHeaders = ({ facts }: ImportRecord, which: Which): string[] => [
  ...(facts?.headers ?? []),
  ...(which === 'all' ? [rowHeader, outcomeHeader, customerHeader, reasonHeader, warningsHeader] : [reasonHeader]),
];

/**
 * The lines of a report below its headers, in parts: the cells as edited, then what happened.
 * @param more.clear sensitive values as they are, for those who may see them; else masked
 */
export async function* reportLines(
  store: RowStore,
  record: ImportRecord,
  which: Which,
  { clear }: { clear: boolean },
): AsyncGenerator<string[][]> {
  const headers = record.facts?.headers ?? [];
  const attributes = record.mapping?.attributes;
  const seals = sealsOf(store.vault, record);
  for await (const rows of reportRows(store, record.id, which)) {
    yield rows.map((shown) => {
      // A date goes back as ISO: read as text, the one that Excel shows could be another day.
      const given = which === 'all' ? shown : { ...shown, cells: shown.cells.map(isoOf) };
      const cells = shownCells(given, seals, { clear });
      const message = reasonOf(shown, attributes) ?? '';
      const { outcome: became, customerId } = shown.outcome ?? {};
      const own = headers.map((_, index) => cells[index] ?? '');
      if (which === 'failed') return [...own, message];
      return [
        ...own,
        String(shown.row),
        became ?? '',
        String(customerId ?? ''),
        message,
        warningsOf(shown, attributes),
      ];
    });
  }
}

/** The rows of a report, in parts, in the order of the file. */
export const reportRows = (store: RowStore, importId: number, which: Which): AsyncGenerator<ShownRow[]> =>
  which === 'all' ? pages(store, importId) : failedPages(store, importId);

async function* pages(store: RowStore, importId: number, outcome?: Outcome): AsyncGenerator<ShownRow[]> {
  for (let offset = 0; ; offset += part) {
    const rows = await store.readRows(importId, { outcome }, offset, part);
    if (rows.length === 0) return;
    yield rows;
  }
}

/** Failed and conflict rows together, in the order of the file. */
async function* failedPages(store: RowStore, importId: number): AsyncGenerator<ShownRow[]> {
  const more = [pages(store, importId, 'failed'), pages(store, importId, 'conflict')];
  const waiting: ShownRow[][] = more.map(() => []);
  for (;;) {
    for (const [at, page] of more.entries())
      if (waiting[at]!.length === 0) waiting[at] = (await page.next()).value ?? [];
    const open = waiting.filter((rows) => rows.length > 0);
    if (open.length === 0) return;
    // Up to where the first of the pages ends, nothing else can come in between.
    const end = Math.min(...open.map((rows) => rows.at(-1)!.row));
    yield open.flatMap((rows) => rows.filter(({ row }) => row <= end)).sort((one, other) => one.row - other.row);
    for (const at of waiting.keys()) waiting[at] = waiting[at]!.filter(({ row }) => row > end);
  }
}

const isoOf = (cell: Cell): Cell => (Array.isArray(cell) ? cell[1] : cell);
