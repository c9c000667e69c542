import type { PersonRecord } from '../auth/account-store';
import { eraseCustomer } from '../erase/erase-customer';
import { runJob } from '../jobs/run-job';
import { editCustomer } from '../review/edit-customer';
import { editRow } from '../review/edit-row';
import type { Store } from '../store';
import { fillAccounts } from './accounts';
import { customerByEmail } from './customers';
import { commit, contextOf, importOf, jobOf, newImport, review, stage, submitNow } from './sheet';

const fields = ['email', 'firstName', 'sourceSystemId', 'billing.city', 'phone'];
/** Odd texts as attributes too. */
const moreFields = [...fields, 'attribute.NOTE'];
const mapping = { sourceSystem: 'erp' };

/** Texts that a quoting mistake on the way would change. */
export const oddTexts = [
  ...['NULL', '', '{a,"b"}', 'it\'s \\ "quoted"', 'tab\tand\nline', 'ÄÖÜ ß é', '日本語', '👩‍👧', '\ufeffmark'],
  ...['nul\0', 'alone\ud800', '\u0085', '\\x00', '%_', ' '],
];

/** The imports of `fillDesk` that a test goes on with. */
export interface FilledDesk {
  committed: number;
  /** In review, with edits. */
  reviewed: number;
  /** Waiting for its check. */
  checking: number;
  /** To be read anew before it was read: of its two jobs only the second counts. */
  restarted: number;
  /** Deleted, and still to be removed. */
  deleted: number;
  /** Cancelled, deleted and gone: nobody gets its number again. */
  forgotten: number;
}

/** Imports in every state, with customers, edits by hand and work that waits. */
export async function fillDesk(store: Store): Promise<FilledDesk> {
  await fillAccounts(store);
  const committed = await everyOutcome(store);
  const reviewed = await review(store, { fields, rows: [...people('review', 1200), ...odd()], mapping });
  await editRow(store, reviewed, 5, { values: { firstName: "Dr. O'Neil \\" } });
  await editRow(store, reviewed, 7, { excluded: true });
  const failed = await store.createImport(newImport({ fileName: 'broken "file".csv' }));
  await store.moveImport(failed, ['reading'], 'failed', { changes: { error: 'This is not a spreadsheet.' } });
  const waiting = await store.createImport(newImport({ fileName: 'waiting.csv', createdBy: 'someone' }));
  await store.moveImport(waiting, ['reading'], 'cancelled');
  await store.createImport(newImport({ fileName: 'to be read.csv' }));
  // More rows than are copied at a time, and rows that are long.
  const cells = (at: number) => [`p${at}@example.com`, at % 5 ? 'x' : 'long '.repeat(6000), `C${at}`, '', ''];
  const checking = await stage(store, { fields, rows: Array.from({ length: 2500 }, (_, at) => cells(at)), mapping });
  const restarted = await store.createImport(newImport({ fileName: 'anew.csv' }));
  const anew = [{ kind: 'read' as const, importId: restarted }];
  await store.moveImport(restarted, ['reading'], 'reading', { restart: true, jobs: anew });
  const deleted = await makeDeleted(store);
  const forgotten = await makeDeleted(store);
  await runJob(contextOf(store), jobOf('clean', forgotten, 1));
  await tellOf(store, [committed, failed, reviewed]);
  await defineAttributes(store);
  // Its traces are still looked for.
  await eraseCustomer(store, (await customerByEmail(store, 'known30@example.com')).id);
  const call = { callerId: 'key', key: store.vault.seal('once'), hash: store.vault.seal('hash') };
  await store.claimKey(call, 'owner', 0);
  await store.keepAnswer(call, 'owner', store.vault.seal('{"status":200}'));
  return { committed, reviewed, checking, restarted, deleted, forgotten };
}

/** Notifications of which a person has read the first by the mark and the last by itself. */
async function tellOf(store: Store, imports: number[]): Promise<void> {
  for (const importId of imports) await store.notify({ kind: 'import_done', importId });
  const [{ id: person }] = (await store.listPeople()) as [PersonRecord];
  const told = await store.listNotifications({ person, limit: imports.length });
  await store.markRead(person, { upTo: told.at(-1)!.id });
  await store.markRead(person, { ids: [told[0]!.id] });
}

async function defineAttributes(store: Store): Promise<void> {
  const about = { label: 'Loyalty "tier"', class: '', description: "Whose it's" };
  await store.addAttribute({ ...about, name: 'TIER', type: 'list', options: ['gold', '{a,"b"}', 'é'] });
  await store.addAttribute({ name: 'born-in', label: null, class: 'x', type: 'whole', options: [], description: null });
}

async function makeDeleted(store: Store): Promise<number> {
  const id = await store.createImport(newImport({ fileName: 'deleted.csv' }));
  await store.moveImport(id, ['reading'], 'cancelled');
  await store.deleteImport(id);
  return id;
}

/** An import whose rows end in all the ways there are; its customers are edited by hand before and after. */
async function everyOutcome(store: Store): Promise<number> {
  const known = [...people('known', 40), ...odd()].map((row) => [...row, row[1]!]);
  await commit(store, { fields: moreFields, rows: known, mapping });
  const rows = [
    ...people('known', 10),
    ...people('new', 10),
    ['known0@example.com', 'Conflict', 'Eknown0', 'Elsewhere', ''],
    ['known15@example.com', 'Updated', 'Eknown15', 'Gent', '0655501234'],
    ['no address', 'Failed', 'F1', '', ''],
    ['excluded@example.com', 'Excluded', 'X1', '', ''],
  ];
  const id = await review(store, { fields, rows: rows.slice(1), mapping });
  await editRow(store, id, rows.length, { excluded: true });
  const taken = await customerByEmail(store, 'known15@example.com');
  const other = await customerByEmail(store, 'known16@example.com');
  await editCustomer(store, other.id, other.version, { company: 'By "hand"', firstName: null });
  await editCustomer(store, taken.id, taken.version, { company: 'Meanwhile' });
  await submitNow(store, id);
  await commit(store, { fields, rows: [['known17@example.com', 'Updated', 'Eknown17', 'Brugge', '']], mapping });
  if ((await importOf(store, id)).state !== 'committed') throw new Error('The import was not committed.');
  return id;
}

const people = (name: string, count: number): string[][] =>
  Array.from({ length: count }, (_, at) => [
    at % 37 === 36 ? 'no address' : `${name}${at}@example.com`,
    `${name} ${at}`,
    `E${name}${at}`,
    at % 2 ? 'Gent' : '',
    at % 3 ? '' : '0655501234',
  ]);

const odd = (): string[][] => oddTexts.map((text, at) => [`odd${at}@example.com`, text, `O${at}`, `City ${text}`, '']);
