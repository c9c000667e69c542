import { describe, expect, it } from 'vitest';
import { type Issue, issue } from '../../issues';
import { answerById, type BulkResult } from './answer-by-id';
import { answerBySourceSystem, type CreatedCustomer, planBySourceSystem } from './answer-by-source-system';
import { answerScheduled, planScheduled } from './answer-scheduled';
import { resultOf } from './answered';
import { sentKeys } from './to-sheet';

const result = (outcome: BulkResult['outcome'], more: Partial<BulkResult> = {}): BulkResult => ({
  outcome,
  customerId: null,
  message: null,
  codes: [],
  ...more,
});

describe('contract A answers for each customer, in the order of the request', () => {
  it('all taken', () => {
    const results = [
      result('updated', { customerId: 25494 }),
      result('created', { customerId: 5 }),
      result('unchanged', { customerId: 6 }),
    ];
    expect(answerById('id', [25494, 5, 6], results)).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'return-format': 'json' },
      body: {
        data: [
          { action: 'update', id: 25494, key: 25494, lookupKey: 'id', success: true },
          { action: 'create', id: 5, key: 5, lookupKey: 'id', success: true },
          { action: 'update', id: 6, key: 6, lookupKey: 'id', success: true },
        ],
        messages: ['Completed'],
        total: 3,
      },
    });
  });

  it('a bad one stops no other and says why', () => {
    const results = [
      result('failed', { message: 'Enter an email address.', codes: ['invalid_email'] }),
      result('created', { customerId: 7 }),
      result('failed', { message: 'There is no such customer.', codes: ['unknown_parent'] }),
      result('conflict', { customerId: 8, message: 'It was changed meanwhile.' }),
    ];
    const why = '60007 ParentCustomerNotFound: There is no such customer.';
    expect(answerById('sourceId', ['a', 'b', 'c', 'd'], results).body).toEqual({
      data: [
        { id: null, key: 'a', lookupKey: 'sourceId', success: false, message: 'Enter an email address.' },
        { action: 'create', id: 7, key: 'b', lookupKey: 'sourceId', success: true },
        {
          id: null,
          key: 'c',
          lookupKey: 'sourceId',
          success: false,
          code: 60007,
          type: 'ParentCustomerNotFound',
          message: why,
        },
        { id: 8, key: 'd', lookupKey: 'sourceId', success: false, message: 'It was changed meanwhile.' },
      ],
      messages: [
        'Completed with 3 errors',
        '#/customers/0: Enter an email address.',
        `#/customers/2: ${why}`,
        '#/customers/3: It was changed meanwhile.',
      ],
      total: 4,
    });
  });

  it('a plan has the same entries and says that it is one', () => {
    expect(answerById('id', [1], [result('created')], { plan: true }).body).toEqual({
      data: [{ action: 'create', id: null, key: 1, lookupKey: 'id', success: true }],
      messages: ['Planned, nothing was written'],
      plan: true,
      total: 1,
    });
  });

  it('the keys are those that were sent', () => {
    const sheet = { fields: ['id', 'sourceSystemId'] as const, rows: [['25494', '007']] };
    expect(sentKeys('id', { ...sheet, fields: [...sheet.fields] })).toEqual([25494]);
    expect(sentKeys('sourceId', { ...sheet, fields: [...sheet.fields] })).toEqual(['007']);
  });
});

it('a program is told of its customers, and not of rows and reviews', () => {
  const said = (reason: string | null, ...issues: Issue[]) =>
    resultOf({ outcome: 'failed', customerId: null, reason, issues }).message;
  expect(said('issues', issue('duplicate_in_file', 'id'))).toBe(
    'ID: An earlier customer in this request has the same key; only that one counts.',
  );
  expect(said('issues', issue('unknown_parent', 'parent', { message: 'A customer cannot be its own parent.' }))).toBe(
    'Parent: A customer cannot be its own parent.',
  );
  for (const reason of ['changed', 'taken', 'source_taken', 'atomic', 'stopped', 'erased'])
    expect(said(reason)).not.toMatch(/\brow|review|file/);
  for (const code of ['duplicate_in_file', 'ambiguous_match', 'unknown_parent'] as const)
    expect(said('issues', issue(code, null))).not.toMatch(/\brow|review|file|import/i);
});

const uuid = '0199d3a0-7c1e-7000-8000-000000000001';
const at = Date.UTC(2026, 10, 21, 12);
const returned = async (...parts: CreatedCustomer[][]) => JSON.parse(String((await answerBySourceSystem(parts)).body));

describe('contract B returns what was created', () => {
  it('with everything', async () => {
    const body = await returned([
      {
        uuid,
        createdAt: at,
        updatedAt: at + 1,
        values: {
          name: 'Acme',
          email: 'a@example.com',
          ccEmails: '["b@example.com"]',
          'customerRule.dueOption': 30,
          metadata: '{"a":[1]}',
          billToCustomerId: '5',
          sourceSystem: 'erp',
          sourceSystemId: '007',
        },
        addresses: [{ number: 1, type: 'ADDRESS_BOOK', values: { street: 'Dam 1', city: 'Amsterdam', country: 'NL' } }],
      },
    ]);
    expect(body).toEqual({
      createCustomers: {
        returning: [
          {
            addresses: [
              {
                city: 'Amsterdam',
                country: 'NL',
                id: expect.stringMatching(/^[0-9a-f-]{36}$/),
                stateOrProvince: null,
                streetLine1: 'Dam 1',
                streetLine2: null,
                type: 'ADDRESS_BOOK',
                zipOrPostalCode: null,
              },
            ],
            balance: 0,
            billToCustomerId: '5',
            ccEmailAddresses: ['b@example.com'],
            createdAt: '2026-11-21T12:00:00.000Z',
            customerRule: { dueOption: 30, id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
            emailAddress: 'a@example.com',
            id: uuid,
            metadata: { a: [1] },
            name: 'Acme',
            overdueBalance: 0,
            overdueInvoiceCount: 0,
            sourceSystem: 'erp',
            sourceSystemId: '007',
            updatedAt: '2026-11-21T12:00:00.001Z',
          },
        ],
      },
    });
  });

  it('with next to nothing, and the ids of parts are always the same', async () => {
    const bare = { uuid, createdAt: at, updatedAt: at, values: { 'customerRule.dueOption': 0 }, addresses: [] };
    const body = await returned([bare]);
    expect(await returned([bare])).toEqual(body);
    expect(body).toMatchObject({
      createCustomers: {
        returning: [{ addresses: [], ccEmailAddresses: [], metadata: null, customerRule: { dueOption: 0 } }],
      },
    });
    expect(await returned([{ ...bare, values: {} }])).toMatchObject({
      createCustomers: { returning: [{ customerRule: null, name: null, sourceSystemId: null }] },
    });
  });

  it('in parts as in one, and nothing where there is nothing', async () => {
    const [one, two, three] = ['1', '2', '3'].map((name) => ({
      ...{ uuid, createdAt: at, updatedAt: at },
      ...{ values: { name }, addresses: [] },
    }));
    expect(await returned([one!], [], [two!, three!])).toEqual(await returned([one!, two!, three!]));
    expect(await returned()).toEqual({ createCustomers: { returning: [] } });
  });

  it('a plan returns nothing and says how many', () => {
    expect(planBySourceSystem(3).body).toEqual({ createCustomers: { returning: [] }, plan: { create: 3 } });
  });
});

it('contract C answers with a status, and a plan with what would be', () => {
  expect(answerScheduled()).toMatchObject({ status: 200, body: { status: 200 } });
  const failed = [
    { index: 1, codes: ['invalid_email'], message: 'Enter an email address.' },
    { index: 4, codes: ['already_exists'], message: '10142 CustomerAlreadyExists: A customer has this email.' },
  ];
  expect(planScheduled(3, failed).body).toEqual({
    status: 200,
    plan: {
      total: 5,
      create: 3,
      failed: 2,
      errors: [
        { index: 1, error: 'Enter an email address.' },
        { index: 4, error_code: 10142, error: '10142 CustomerAlreadyExists: A customer has this email.' },
      ],
    },
  });
});
