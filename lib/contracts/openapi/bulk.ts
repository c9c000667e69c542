import { limits } from '../../limits';
import type { Dialect } from '../bulk/dialects';
import { planQuery } from '../parts';
import type { Operation } from './operation';
import { bySourceSystemQuery } from './queries';

const thousands = (count: number) => count.toLocaleString('en');
const bounds = (customers: number) =>
  `At most ${thousands(customers)} customers, ${limits.bodyBytes / 1024 ** 2} MB (packed with gzip or not), ${limits.entryBytes / 1024} KB for one customer, ${thousands(limits.partsOfCustomer)} addresses or attributes of one, ${thousands(limits.partsOfRequest)} of all, nesting to ${limits.jsonDepth}.`;

const structure =
  'A body whose structure is wrong (no JSON, an unknown or missing key, a wrong type, a key that stands twice, a number that would be rounded) is refused whole, with all problems.';

const plan = '`1`: nothing is written; the answer says what would happen.';

const bulk = (dialect: Dialect, of: Pick<Operation, 'id' | 'path' | 'summary' | 'description' | 'body' | 'answers'>) =>
  ({
    ...of,
    dialect,
    method: 'post',
    tag: 'Bulk customers',
    permission: dialect === 'scheduled' ? 'customers:create' : 'customers:write',
    query: dialect === 'bySourceSystem' ? bySourceSystemQuery : planQuery,
    about: { plan, inputs: 'The inputs as JSON, instead of a body.' },
    headers: ['idempotency-key', 'prefer'],
  }) satisfies Operation;

const upsert = (key: string) =>
  `Each customer is found by ${key}: updated where there is one, else created. What is absent stays, null clears; an attribute without a value is deleted. An address is found by its code, else by its type and default. One that cannot be taken fails alone. ${structure} ${bounds(limits.bulkCustomers)}`;

const done = ['x-import-id', 'return-format'] as const;

export const bulkOperations: Operation[] = [
  bulk('byId', {
    id: 'bulkUpsertById',
    path: '/customers/bulk/id',
    summary: 'Create and update customers by id',
    description: upsert('`id`'),
    body: {
      json: 'BulkById',
      example: {
        customers: [
          { id: 25494, firstName: 'Ada', email: 'ada@example.com', addresses: [{ type: 'invoice', city: 'Ede' }] },
        ],
      },
    },
    answers: { 200: { description: 'What became of each customer.', json: 'BulkByIdAnswer', headers: done } },
  }),
  bulk('bySourceId', {
    id: 'bulkUpsertBySourceId',
    path: '/customers/bulk/sourceId',
    summary: 'Create and update customers by source ID',
    description: upsert('`source` and `sourceId`'),
    body: {
      json: 'BulkBySourceId',
      example: { customers: [{ source: 'erp', sourceId: 'K-1', lastName: 'Lovelace', email: 'ada@example.com' }] },
    },
    answers: { 200: { description: 'What became of each customer.', json: 'BulkBySourceIdAnswer', headers: done } },
  }),
  bulk('bySourceSystem', {
    id: 'bulkCreateCustomers',
    path: '/api/rest/bulk-customers',
    summary: 'Create customers by source system, all or none',
    description: `One input that cannot be taken stops them all: 409 where source IDs exist or stand twice, 400 for other values. \`{"data": …}\` around a part is taken off. ${structure} ${bounds(limits.bulkCustomers)}`,
    body: {
      json: 'BulkCustomers',
      example: {
        inputs: [
          {
            sourceSystem: 'erp',
            sourceSystemId: 'K-2',
            name: 'Example B.V.',
            emailAddress: 'billing@example.com',
            customerRule: { dueOption: 30 },
            addresses: [{ city: 'Ede', country: 'NL' }],
          },
        ],
      },
    },
    answers: {
      200: { description: 'The customers that were created.', json: 'BulkCustomersAnswer', headers: ['x-import-id'] },
    },
  }),
  bulk('scheduled', {
    id: 'bulkScheduleCustomers',
    path: '/v2/customers/bulk/create',
    summary: 'Create customers, later',
    description: `The request is stored before the answer and carried out by the worker, in the order in which requests came. A notification tells when it is done; what became of each customer stands in the import. At most 1,000 requests of one key may wait. ${structure} ${bounds(limits.scheduledCustomers)}`,
    body: {
      json: 'BulkCreate',
      example: { customers: [{ name: 'Grace', last_name: 'Hopper', email: 'grace@example.com', country: 'US' }] },
    },
    answers: { 200: { description: 'It is scheduled.', json: 'BulkCreateAnswer', headers: ['x-import-id'] } },
  }),
];
