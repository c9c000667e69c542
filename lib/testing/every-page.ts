import { countCustomers, listCustomers, viewChanges, viewCustomer } from '../contracts/view-customer';
import { countImports, listImports, viewImport, viewIntake } from '../contracts/view-import';
import { listNotifications } from '../contracts/view-notifications';
import { issueGroups, nextRow, planSummary, viewRows } from '../contracts/view-rows';
import type { ImportRecord } from '../import-store';
import type { RowQuery } from '../records';
import { reportCsv } from '../report/report-csv';
import { dispositions, outcomes, rowStates } from '../steps';
import type { Store } from '../store';
import { asking } from './accounts';

const filters: RowQuery[] = [
  {},
  ...rowStates.map((state) => ({ state })),
  ...dispositions.map((disposition) => ({ disposition })),
  ...outcomes.map((outcome) => ({ outcome })),
  ...(['skipped', 'behind', 'auto-changed', 'warnings'] as const).map((standing) => ({ standing })),
  { q: 'ö' },
  { q: 'NULL' },
  { q: '{a,' },
];
const sorts = ['lastChange', 'name', 'company', 'debtorId', 'email'] as const;

/** All that pages and downloads show. Two databases that answer alike are the same to everyone who uses them. */
export async function everyPage(store: Store): Promise<Record<string, unknown>> {
  const { imports } = await listImports(store, { limit: 100 });
  const shown: Record<string, unknown> = {
    imports,
    counts: await countImports(store),
    open: await listImports(store, { state: 'open', q: 'read' }),
    customerCount: await countCustomers(store),
    attributes: await store.listAttributes(),
  };
  for (const { id, name } of await store.listPeople()) {
    const asked = { ...asking('viewer'), id, name };
    shown[`notifications of ${id}`] = await listNotifications(store, asked, { limit: 100 });
  }
  for (const { id } of imports) shown[`import ${id}`] = await everyImportPage(store, id);
  for (const sort of sorts) shown[`customers by ${sort}`] = await allCustomerPages(store, sort);
  const { customers } = await listCustomers(store, { sort: 'email', limit: 100 }, asking('viewer'));
  for (const { id } of customers) {
    shown[`customer ${id}`] = [await viewCustomer(store, id), await viewChanges(store, id)];
  }
  return shown;
}

async function everyImportPage(store: Store, id: number): Promise<unknown> {
  const record = (await store.readImport(id)) as ImportRecord;
  const rows: unknown[] = [];
  for (const query of filters) {
    rows.push(await viewRows(store, id, { ...query, limit: 3000 }));
    rows.push(await nextRow(store, id, { ...query, from: 100, back: false }));
    rows.push(await nextRow(store, id, { ...query, from: 100, back: true }));
  }
  return {
    view: await viewImport(store, id),
    intake: await viewIntake(store, id),
    issues: await issueGroups(store, id),
    plan: await planSummary(store, id),
    edits: await store.readEdits(id),
    shards: await store.readShards(id),
    operation: await store.readOperation(id),
    report: [await downloaded(store, record, 'all'), await downloaded(store, record, 'failed')],
    rows,
  };
}

async function downloaded(store: Store, record: ImportRecord, which: 'all' | 'failed'): Promise<string> {
  let text = '';
  for await (const part of reportCsv(store, record, which, { clear: false })) text += part;
  return text;
}

async function allCustomerPages(store: Store, sort: (typeof sorts)[number]): Promise<unknown[]> {
  const pages: unknown[] = [];
  for (let cursor: string | undefined; ; ) {
    const { customers, nextCursor } = await listCustomers(
      store,
      { sort, order: 'asc', cursor, limit: 200 },
      asking('viewer'),
    );
    pages.push(customers);
    if (!nextCursor) return pages;
    cursor = nextCursor;
  }
}
