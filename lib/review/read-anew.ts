import type { FileBytes, Files } from '../files';
import type { ImportStore } from '../import-store';
import { hasFile, type ImportRecord } from '../import-store';
import { openFile } from '../intake/open-file';
import { RefusedWhileReading } from '../intake/refusal';
import { keptOf } from '../map/kept';
import { protect } from '../map/protect';
import type { DateOrder, IntakeOptions } from '../mapping';
import { isSealed } from '../sealed';
import type { Store } from '../store';
import { show } from '../vault';

export interface Lost {
  row: number;
  /** The header, or null when the whole row is gone. */
  column: string | null;
  text: string;
}

const before = ['reading', 'mapping', 'checking', 'review'] as const;

/** Until the first commit, a file can be read anew. */
export const mayReadAnew = ({ state, source }: Pick<ImportRecord, 'state' | 'source'>): boolean =>
  hasFile({ source }) && ([...before, 'failed'] as string[]).includes(state);

/** Whether nobody knows yet which columns a file protects, which another reading must not show. */
export const isReadFirst = ({ state, facts }: Pick<ImportRecord, 'state' | 'facts'>): boolean =>
  state === 'reading' && facts === null;

/** The edits and exclusions that reading the file that way would lose, because their row or column is gone. */
export async function lostByReading(
  store: Pick<Store, 'readEdits' | 'vault'>,
  files: Pick<Files, 'withFile'>,
  record: ImportRecord,
  options: IntakeOptions,
  signal?: AbortSignal,
): Promise<Lost[]> {
  const edits = await store.readEdits(record.id);
  if (edits.length === 0) return [];
  const { rows, columns, stays } = await files.withFile(
    record,
    (bytes) => readRowNumbers(bytes, record, options, edits.at(-1)!.row, signal),
    signal,
  );
  const lost = (row: number, column: string, text: string): Lost => ({
    row,
    column: record.facts?.headers[Number(column)] ?? '',
    text: show(store.vault, text),
  });
  return edits.flatMap(({ row, edits: texts, excluded }): Lost[] => {
    const entries = Object.entries(texts);
    if (rows.has(row)) {
      const gone = entries.filter(([column, text]) => Number(column) >= columns || (isSealed(text) && !stays(column)));
      return gone.map(([column, text]) => lost(row, column, text));
    }
    const left = excluded ? [{ row, column: null, text: 'left out' }] : [];
    return [...left, ...entries.map(([column, text]) => lost(row, column, text))];
  });
}

/** Row numbers up to the last one that matters, the number of columns, and which of them will be sealed. */
async function readRowNumbers(
  bytes: FileBytes,
  { fileName, facts }: ImportRecord,
  options: IntakeOptions,
  last: number,
  signal?: AbortSignal,
) {
  const rows = new Set<number>();
  const file = await openFile(bytes, fileName, options);
  if ('refused' in file) return { rows, columns: 0, stays: () => false };
  let sealed: number[] = [];
  try {
    ({ sealed } = await protect(file, keptOf(facts), signal));
    for await (const batch of file.rows()) {
      for (const { row } of batch) rows.add(row);
      if (batch.at(-1)!.row >= last) break;
      // Leaves the event loop to others: this runs in the web server.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    if (!(error instanceof RefusedWhileReading)) throw error;
  }
  return { rows, columns: file.facts.headers.length, stays: (column: string) => sealed.includes(Number(column)) };
}

/** What was switched before and is switched now; a header row belongs to its sheet, so another sheet finds its own. */
export function switchIntake({ headerRow, ...before }: IntakeOptions, now: IntakeOptions): IntakeOptions {
  const sameSheet = now.sheet === undefined || now.sheet === before.sheet;
  return { ...before, ...(sameSheet && headerRow !== undefined ? { headerRow } : {}), ...now };
}

/** Has the file read anew with what a person switched. False when the import is past the point where it can be. */
export async function readAnew(
  store: ImportStore,
  record: ImportRecord,
  intake: IntakeOptions,
  dateOrder?: DateOrder,
): Promise<boolean> {
  const decided = dateOrder && {
    choices: { ...record.choices, dateOrder },
    mapping: record.mapping && { ...record.mapping, dateOrder },
  };
  return store.moveImport(record.id, [...before, 'failed'], 'reading', {
    changes: {
      intake,
      error: null,
      finishedAt: null,
      pauseAtMapping: true,
      ...decided,
    },
    jobs: [{ kind: 'read', importId: record.id }],
    restart: true,
  });
}

/** Sets the order of dates without reading anew. Rows that are checked already are checked again. */
export async function setDateOrder(store: ImportStore, record: ImportRecord, dateOrder: DateOrder): Promise<boolean> {
  if (!record.mapping) return false;
  const changes = { mapping: { ...record.mapping, dateOrder } };
  if (record.state === 'mapping') return store.changeImport(record.id, ['mapping'], changes);
  return store.moveImport(record.id, ['checking', 'review'], 'checking', {
    changes,
    jobs: [{ kind: 'check', importId: record.id }],
    restart: true,
  });
}
