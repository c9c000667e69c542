/** How each operation of the OpenAPI document is called: at least once so that it succeeds, and once so that it is refused. */
import { commitFile, customerOf, reviewFile } from './by-api';
import { csv, newBlock, people } from './data';
import { bulkCalls, type Call, email, plan } from './openapi-bulk-calls';
import type { Desk } from './serve';

const review = async (desk: Desk) => ({ importId: (await reviewFile(desk, 'called.csv', csv(people(2)))).id });
const spoilt = async (desk: Desk) => {
  const rows = people(2).map((row) => row.with(3, 'nobody'));
  return { importId: (await reviewFile(desk, 'called.csv', csv(rows))).id };
};
const committed = async (desk: Desk) => ({ importId: (await commitFile(desk, 'called.csv', csv(people(2)))).id });
const customer = async (desk: Desk, head = 'Debtor ID', cells: string[] = []) => {
  const block = newBlock();
  const rows = people(1, block).map((row) => [...row, ...cells]);
  await commitFile(
    desk,
    'called.csv',
    csv(rows, ['Debtor ID', 'First name', 'Last name', 'Email', 'Phone', 'City', ...(cells.length ? [head] : [])]),
  );
  const { id, version } = await customerOf(desk, block + 1);
  return { customerId: id, version };
};
const as = 'administrator';
const nowhere = { importId: 987654321, customerId: 987654321 };
/** A body that no JSON route takes. */
const large = ' '.repeat(1024 * 1024 + 1);

const jsonRefusals = (path: Call['path'], rest: Partial<Call> = {}): Call[] => [
  { status: 400, path, body: '{', ...rest },
  { status: 413, path, body: large, ...rest },
  { status: 415, path, json: {}, headers: { 'content-encoding': 'gzip' }, ...rest },
  { status: 422, path, json: { nonsense: 1 }, ...rest },
];

const once = { 'idempotency-key': 'called-once' };
const onceAs = (name: string) => ({ headers: { 'idempotency-key': `called-once-${name}` } });
const prefer = { headers: { prefer: 'plan' } };

/** By operationId. */
export const calls: Record<string, (desk: Desk) => Promise<Call[]>> = {
  ...bulkCalls,

  uploadFile: async () => [
    { status: 201, query: { fileName: 'called.csv', matchKey: 'email' }, body: csv(people(1)) },
    { status: 201, query: { fileName: 'once.csv' }, body: 'id\n1', headers: once },
    { status: 201, query: { fileName: 'once.csv' }, body: 'id\n1', headers: once },
    { status: 422, query: { fileName: 'once.csv' }, body: 'id\n2', headers: once },
    { status: 400, query: { fileName: 'once.csv' }, body: 'id', headers: { 'idempotency-key': 'a b' } },
    { status: 400, body: 'a' },
    { status: 400, query: { fileName: 'called.csv' }, body: 'id\n1', ...prefer },
    { status: 415, query: { fileName: 'called.pdf' }, body: 'a' },
    { status: 415, query: { fileName: 'called.csv' }, body: 'a', headers: { 'content-encoding': 'gzip' } },
  ],
  listImports: async (desk) => {
    await committed(desk);
    return [
      { status: 200, query: { limit: 1 } },
      { status: 400, query: { limit: 0 } },
      { status: 400, query: { nonsense: 1 } },
    ];
  },
  readImport: async (desk) => [
    { status: 200, path: await committed(desk) },
    { status: 404, path: nowhere },
  ],
  cancelImport: async (desk) => {
    const path = await review(desk);
    return [
      { status: 200, path, query: plan },
      { status: 200, path, ...onceAs('cancel') },
      { status: 200, path, ...onceAs('cancel') },
      { status: 422, path: await review(desk), ...onceAs('cancel') },
      { status: 200, path, ...prefer },
      { status: 204, path },
      { status: 404, path },
      { status: 409, path: await committed(desk) },
    ];
  },
  followImport: async (desk) => [
    { status: 200, path: await review(desk) },
    { status: 404, path: nowhere },
  ],
  readIntake: async (desk) => [
    { status: 200, path: await review(desk) },
    { status: 404, path: nowhere },
  ],
  readAnew: async (desk) => {
    const path = await review(desk);
    return [
      { status: 200, path, query: plan, json: { delimiter: ';' } },
      { status: 200, path, json: { dateOrder: 'dmy' } },
      { status: 409, path: await committed(desk), json: { headerRow: 0 } },
      { status: 404, path: nowhere, json: { headerRow: 0 } },
      ...jsonRefusals(path),
    ];
  },
  mapColumns: async (desk) => {
    const path = await review(desk);
    const json = { columns: [{ index: 3, field: 'email' }], matchKey: 'email' };
    return [
      { status: 200, path, query: plan, json },
      { status: 200, path, json, ...onceAs('map') },
      { status: 200, path, json, ...onceAs('map') },
      { status: 422, path, json: { ...json, mode: 'create' }, ...onceAs('map') },
      { status: 409, path: await committed(desk), json },
      { status: 404, path: nowhere, json },
      ...jsonRefusals(path),
      { status: 422, path: await review(desk), json: { ...json, matchKey: 'id' } },
    ];
  },
  commitImport: async (desk) => {
    const path = await review(desk);
    return [
      { status: 200, path, query: { plan: 1 } },
      { status: 200, path, headers: { prefer: 'plan' } },
      { status: 409, path, query: { revision: 1_000_000 } },
      { status: 409, path, query: { revision: 1_000_000, plan: 1 } },
      { status: 409, path: await spoilt(desk), query: { atomic: 1, plan: 1 } },
      { status: 400, path, query: { revision: 'new' } },
      { status: 202, path },
      { status: 202, path },
      { status: 202, path: await review(desk), query: { atomic: 1 } },
      { status: 409, path: await spoilt(desk), query: { atomic: 1 } },
      { status: 400, path, query: { atomic: 'yes' } },
      { status: 404, path: nowhere },
    ];
  },
  downloadReport: async (desk) => [
    { status: 200, path: await committed(desk), query: { rows: 'failed' } },
    { status: 200, path: await committed(desk), query: { format: 'json' } },
    { status: 200, path: await committed(desk), query: { format: 'xlsx' } },
    { status: 409, path: await review(desk) },
    { status: 400, path: await review(desk), query: { format: 'pdf' } },
    { status: 404, path: nowhere },
  ],
  downloadTemplate: async () => [{ status: 200 }],

  listRows: async (desk) => {
    const path = await committed(desk);
    return [
      { status: 200, path: await review(desk) },
      { status: 200, path, query: { outcome: 'created', limit: 1 } },
      { status: 400, path, query: { limit: 501 } },
      { status: 404, path: nowhere },
    ];
  },
  findNextRow: async (desk) => {
    const path = await review(desk);
    return [
      { status: 200, path },
      { status: 200, path, query: { state: 'ok' } },
      { status: 400, path, query: { from: -1 } },
      { status: 404, path: nowhere },
    ];
  },
  editRow: async (desk) => {
    const path = { ...(await review(desk)), row: 2 };
    return [
      { status: 200, path, query: plan, json: { values: { email: 'nobody' } } },
      { status: 200, path, json: { values: { email: 'nobody' } }, ...onceAs('edit') },
      { status: 200, path, json: { values: { email: 'nobody' } }, ...onceAs('edit') },
      { status: 200, path, json: { excluded: true } },
      { status: 409, path, json: { values: { email: 'a@example.com' }, was: { email: 'b@example.com' } } },
      { status: 422, path, json: { values: { company: 'x' } } },
      { status: 409, path: { ...(await committed(desk)), row: 2 }, json: { excluded: true } },
      { status: 404, path: { ...path, row: 99 }, json: { excluded: true } },
      ...jsonRefusals(path),
    ];
  },
  listIssues: async (desk) => {
    return [
      { status: 200, path: await spoilt(desk) },
      { status: 404, path: nowhere },
    ];
  },

  listCustomers: async (desk) => {
    await customer(desk);
    return [
      { status: 200, query: { limit: 2 } },
      { status: 400, query: { sort: 'ssn' } },
    ];
  },
  readCustomer: async (desk) => [
    { status: 200, path: await customer(desk) },
    { status: 404, path: nowhere },
  ],
  editCustomer: async (desk) => {
    const { version, ...path } = await customer(desk);
    const values = { lastName: 'Called' };
    return [
      { status: 200, path, json: { version, values }, ...prefer },
      { status: 200, path, json: { version, values }, ...onceAs('customer') },
      { status: 200, path, json: { version, values }, ...onceAs('customer') },
      { status: 409, path, json: { version, values } },
      { status: 422, path, json: { version: version + 1, values: { email: 'nobody' } } },
      { status: 404, path: nowhere, json: { version, values } },
      ...jsonRefusals(path),
    ];
  },
  eraseCustomer: async (desk) => {
    const path = await customer(desk);
    return [
      { status: 200, as, path, query: plan },
      { status: 202, as, path, ...onceAs('erase') },
      { status: 404, as, path },
      { status: 403, as, path, headers: { origin: 'https://evil.example' } },
    ];
  },
  revealValue: async (desk) => {
    const path = await customer(desk, 'SSN', ['123-45-6789']);
    return [
      { status: 200, as, path, json: { field: 'ssn' } },
      { status: 404, as, path, json: { field: 'email' } },
      ...jsonRefusals(path, { as }),
    ];
  },

  listAttributes: async () => [{ status: 200 }],
  listNotifications: async (desk) => {
    const path = '/v2/customers/bulk/create';
    const body = JSON.stringify({ customers: [{ name: 'Ann', email: email(), country: 'NL' }] });
    const made = await desk.call(path, { method: 'POST', body });
    await desk.until(Number(made.headers.get('x-import-id')), 'committed');
    return [{ status: 200 }, { status: 200, as }, { status: 400, query: { limit: 101 } }];
  },
  readNotifications: async () => [
    { status: 200, as, json: { ids: [] } },
    { status: 400, as, json: { ids: [] }, ...prefer },
    { status: 422, as, json: { ids: [1], upTo: 1 } },
    ...jsonRefusals({}, { as }),
  ],
  readAccount: async () => [{ status: 200, as }],
  readAudit: async () => [
    { status: 200, as, query: { limit: 500 } },
    { status: 200, as, query: { format: 'csv', action: 'signed_in' } },
    { status: 400, as, query: { from: 'yesterday' } },
  ],
  readHealth: async () => [{ status: 200 }],
  readOpenApi: async () => [{ status: 200 }],
};
