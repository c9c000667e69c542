import { limits } from '../limits';
import type { FileFacts, IntakeOptions } from '../mapping';
import { reasonHeader, restore } from '../neutral';
import { cellText, isBroken, type RawRow } from '../row';
import { isEmpty } from './accept';
import { filledLength, isBlank } from './blank';
import { findHeader } from './find-header';
import { previewOf } from './preview';
import type { RecordSource } from './record-source';
import { RefusedWhileReading, tooManyColumns, tooManyRows } from './refusal';
import { type Layout, shapeRow } from './shape-row';

/** A sheet that is open: what was found in it, and its data rows. */
export interface OpenedSheet {
  /** `notices` gains what only the whole file shows (hidden rows) when `rows` has come to its end. */
  facts: FileFacts;
  /** Batches in file order, of at most `batchRows`, starting after row number `afterRow`. */
  rows(options?: { afterRow?: number; signal?: AbortSignal }): AsyncGenerator<RawRow[]>;
  /** Bytes of the file that `rows` has consumed so far. */
  bytesRead(): number;
}

const batchRows = 1000;
const restoredNotice =
  'This file comes from Import Desk. The apostrophes it put before = + - and @ are taken away again.';
/** Records that header, width and preview are found from. */
const headRecords = 200;

/**
 * Finds the header of a sheet and how wide it is, and lays its records out under it.
 * @param found what the file format showed
 * @throws RefusedWhileReading where the sheet has too many columns or cannot be read
 */
export const openSheet = async (
  source: RecordSource,
  fileName: string,
  found: Omit<FileFacts, 'headerRow' | 'headers' | 'preview' | 'notices'>,
  options: IntakeOptions,
): Promise<OpenedSheet> => {
  const head = await readHead(source, options.headerRow ?? 0);
  if (
    head.length < headRecords &&
    (found.sheets ?? []).length < 2 &&
    head.every((one) => filledLength(one.cells) === 0)
  ) {
    throw new RefusedWhileReading(isEmpty(fileName));
  }
  const headerRow =
    options.headerRow === undefined ? findHeader(head) : { value: options.headerRow, evidence: 'chosen' };
  const header = head.find((record) => record.row === headerRow.value);
  const below = head.filter((record) => record.row > headerRow.value);
  if ((header ?? below[0])?.faults?.some((fault) => fault.code === 'row_too_long')) {
    throw tooManyColumns(fileName, limits.columns);
  }
  const width = widthOf(header, below, source.missingIsBlank);
  const texts = Array.from({ length: width }, (_, column) => cut(cellText(header?.cells[column]) ?? ''));
  const restores = texts.some((text) => text.trim() === reasonHeader);
  const headers = restores ? texts.map(restore) : texts;
  const layout: Layout = { headerRow: headerRow.value, width, restores, missingIsBlank: source.missingIsBlank };
  const notices = restores ? [restoredNotice] : [];
  const preview = previewOf(head, headerRow.value);
  const facts: FileFacts = { ...found, headerRow, headers, preview, notices: [...notices, ...source.notices()] };
  let started = false;
  return {
    facts,
    // What finding the header consumed is not progress of `rows`.
    bytesRead: () => (started ? source.bytesRead() : 0),
    async *rows({ afterRow = 0, signal } = {}) {
      started = true;
      yield* layOut(source, layout, fileName, afterRow, signal);
      facts.notices = [...notices, ...source.notices()];
    },
  };
};

/** The first records, enough to hold the header that was chosen. */
const readHead = async (source: RecordSource, headerRow: number): Promise<RawRow[]> => {
  const head: RawRow[] = [];
  for await (const batch of source.records()) {
    for (const record of batch) if (record.row > source.skipRows) head.push(record);
    const reached = head.length > 0 && head[head.length - 1]!.row > headerRow;
    if (head.length >= headRecords && reached) break;
    // A header far down is found without keeping all the title lines above it.
    if (head.length > 10 * headRecords) head.splice(0, head.length - headRecords);
  }
  return head.slice(0, Math.max(headRecords, head.findIndex((record) => record.row > headerRow) + headRecords));
};

/**
 * How many columns the sheet has. Blank columns at the end are dropped; a column without a header that is filled below
 * is kept. In a text file no column can begin beyond the header, because there an extra cell means a shifted row.
 */
const widthOf = (header: RawRow | undefined, below: RawRow[], missingIsBlank: boolean): number => {
  const widest = (records: RawRow[]) => records.reduce((most, record) => Math.max(most, filledLength(record.cells)), 0);
  if (!header) return widest(below.filter((record) => !isBroken(record)));
  const named = filledLength(header.cells);
  if (!missingIsBlank) return Math.max(named, Math.min(widest(below), header.cells.length));
  let width = Math.max(named, widest(below));
  const isMostlyBlank = (column: number) =>
    below.filter((record) => !isBlank(record.cells[column])).length * 2 <= below.length;
  while (width > named && isMostlyBlank(width - 1)) width--;
  return width;
};

/** Longer headers are cut. */
export const headerChars = 500;

const cut = (header: string): string => header.slice(0, headerChars);

async function* layOut(
  source: RecordSource,
  layout: Layout,
  fileName: string,
  afterRow: number,
  signal?: AbortSignal,
): AsyncGenerator<RawRow[]> {
  let count = 0;
  const start = Math.max(layout.headerRow, source.skipRows);
  for await (const records of source.records(signal)) {
    let batch: RawRow[] = [];
    for (const record of records) {
      if (record.row <= start) continue;
      if (++count > limits.rows) throw tooManyRows(fileName, limits.rows);
      if (record.row <= afterRow) continue;
      batch.push(shapeRow(record, layout));
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
    // Batches of the source are kept apart, because it bounds how much text they hold.
    if (batch.length > 0) yield batch;
  }
}
