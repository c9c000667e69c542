import { randomUUID } from 'node:crypto';
import { encryptedFiles } from '../../files/encrypted';
import { folderFiles } from '../../files/folder';
import { submit } from '../commit/submit';
import type { Files, KeptFile } from '../files';
import type { ImportRecord, NewImport } from '../import-store';
import type { Job, JobKind, Phase, Shard } from '../job-store';
import { checkJob, duplicatesJob } from '../jobs/check-job';
import type { JobContext } from '../jobs/context';
import type { FileFacts, Mapping } from '../mapping';
import type { ShownRow } from '../records';
import type { Cell, Fault } from '../row';
import type { Store } from '../store';
import { testVault } from './test-store';

/** A small file as a test writes it: the header is the field of each column. */
export interface Sheet {
  /** Field by column; null for a column that feeds none. */
  fields: (string | null)[];
  rows: Cell[][];
  faults?: Record<number, Fault[]>;
  mapping?: Partial<Omit<Mapping, 'columns'>>;
}

/** Data rows begin below the header. */
export const firstRow = 2;

/** The file that the imports of tests have, unless they have one of their own. */
export const testFile: KeptFile = {
  fileKey: 'key',
  fileSecret: testVault.seal(Buffer.alloc(32, 'file').toString('base64url')),
};

export const newImport = (more: Partial<NewImport> = {}): NewImport => ({
  source: 'upload',
  fileName: 'customers.csv',
  fileSize: 10,
  sha256: '00',
  ...testFile,
  pauseAtMapping: true,
  intake: {},
  choices: {},
  createdBy: null,
  createdById: null,
  ...more,
});

export const mappingOf = ({ fields, mapping }: Pick<Sheet, 'fields' | 'mapping'>): Mapping => ({
  columns: fields.map((field, index) => ({ index, field })),
  matchKey: 'email',
  mode: 'upsert',
  blank: 'keep',
  dateOrder: 'dmy',
  sourceSystem: null,
  ...mapping,
});

const factsOf = (headers: string[]): FileFacts => ({
  format: 'csv',
  delimiter: { value: ',', evidence: '' },
  headerRow: { value: 1, evidence: '' },
  headers,
  preview: [],
  notices: [],
});

/** Rows as reading leaves them, waiting for the check. */
export async function stage(store: Store, sheet: Sheet, more: Partial<NewImport> = {}): Promise<number> {
  const id = await store.createImport(newImport(more));
  const shard = await openShard(store, id, 'read', 1, 1_048_576);
  const rows = sheet.rows.map((cells, position) => ({
    raw: { row: firstRow + position, cells, faults: sheet.faults?.[firstRow + position] },
    position,
  }));
  if (rows.length > 0 && !(await store.stageRows(shard, rows, {}))) throw new Error('Nothing was staged.');
  await store.moveImport(id, ['reading'], 'checking', {
    changes: {
      facts: factsOf(sheet.fields.map((field) => field ?? 'other')),
      mapping: mappingOf(sheet),
      rows: rows.length,
    },
    jobs: [{ kind: 'check', importId: id }],
  });
  return id;
}

/** Puts a file into a folder of uploads, as the web server does. */
export async function keepFile(folder: string, file: KeptFile, content: string | Buffer): Promise<void> {
  const bytes = (async function* () {
    yield Buffer.from(content);
  })();
  const { status } = await filesIn(folder).receive(file, { bytes, announced: null, most: 1_000_000_000 });
  if (status !== 'received') throw new Error(`The upload was ${status}.`);
}

/** Uploaded files in a folder; one that is not there has none. */
export const filesIn = (folder: string): Files => encryptedFiles(folderFiles(folder), testVault);

export const contextOf = (store: Store, more: Partial<JobContext> = {}): JobContext => ({
  store,
  lease: 'test',
  signal: new AbortController().signal,
  files: filesIn('nowhere'),
  ...more,
});

/** Checks and plans what is staged, as the worker does. */
export async function checkAll(store: Store, id: number): Promise<void> {
  const { generation } = await importOf(store, id);
  const job = jobOf('check', id, generation);
  for (const { fromRow } of await store.splitRows(id)) await checkJob(contextOf(store), { ...job, fromRow });
  await duplicatesJob(contextOf(store), jobOf('duplicates', id, generation));
}

/** A job as a worker has it in hand, without the queue. */
export const jobOf = (kind: JobKind, importId: number, generation: number): Job => ({
  id: '0',
  kind,
  importId,
  generation,
  fromRow: 1,
  attempts: 1,
  leaseMs: 60_000,
  dead: false,
});

/** The only shard of a phase, opened when it is not there yet and taken. */
export async function openShard(
  store: Store,
  importId: number,
  phase: Phase,
  fromRow: number,
  toRow: number,
  lease = 'test',
): Promise<Shard> {
  const of = { importId, generation: (await importOf(store, importId)).generation, phase };
  await store.openShards(of, [{ fromRow, toRow }]);
  return (await store.takeShard(of, fromRow, lease))!;
}

/** An import in review. */
export async function review(store: Store, sheet: Sheet, more?: Partial<NewImport>): Promise<number> {
  const id = await stage(store, sheet, more);
  await checkAll(store, id);
  return id;
}

export async function importOf(store: Store, id: number): Promise<ImportRecord> {
  const record = await store.readImport(id);
  if (!record) throw new Error(`There is no import ${id}.`);
  return record;
}

export const submitNow = async (store: Store, id: number) =>
  submit(store, id, (await importOf(store, id)).revision, randomUUID());

/** An import that is committed. */
export async function commit(store: Store, sheet: Sheet): Promise<number> {
  const id = await review(store, sheet);
  const { status } = await submitNow(store, id);
  if (status !== 'committed') throw new Error(`The import is ${status}.`);
  return id;
}

export const rowsOf = (store: Store, id: number): Promise<ShownRow[]> => store.readRows(id, {}, 0, 1_000_000);

/** row → outcome, with its reason where it has one. */
export async function outcomesOf(store: Store, id: number): Promise<Record<number, string>> {
  const rows = await rowsOf(store, id);
  return Object.fromEntries(
    rows.map(({ row, outcome }) => [row, [outcome?.outcome, outcome?.reason].filter(Boolean).join(' ')]),
  );
}
