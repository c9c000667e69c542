import { describe, expect, it } from 'vitest';
import { chooseInputs } from './choose-inputs';
import type { Dialect } from './dialects';
import { readRequest } from './read-request';
import { refuse } from './refuse';
import type { StructureProblem } from './structure-problems';
import { wordAsPointer } from './word-problem';

const ask = async (dialect: Dialect, body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const read = await readRequest(dialect, Buffer.from(text));
  return read.ok ? { status: 200, sheet: read.sheet } : refuse(dialect, read.refusal);
};
const messages = async (dialect: 'byId' | 'bySourceId', body: unknown) =>
  ((await ask(dialect, body)) as { body: { error: { messages: string[] } } }).body.error.messages;

describe('contract A names all that is wrong, each with its pointer', () => {
  it.each<[unknown, string[]]>([
    [{ customers: [{ id: 1, foo: 1 }] }, ['#/customers/0: extraneous key [foo] is not permitted']],
    [{ customers: [{ id: 1 }, {}, { id: 3 }] }, ['#/customers/1: required key [id] not found']],
    [{ customers: [{ id: 1, email: 5 }] }, ['#/customers/0/email: expected type: String, found: Integer']],
    [{ customers: [{ id: 1, email: 5.5 }] }, ['#/customers/0/email: expected type: String, found: Double']],
    [{ customers: [{ id: '1' }] }, ['#/customers/0/id: expected type: Number, found: String']],
    [{ customers: [{ id: null }] }, ['#/customers/0/id: expected type: Number, found: Null']],
    [{ customers: [5] }, ['#/customers/0: expected type: JSONObject, found: Integer']],
    [{ customers: {} }, ['#/customers: expected type: JSONArray, found: JSONObject']],
    [{ customers: null }, ['#/customers: expected type: JSONArray, found: Null']],
    [{ customers: [] }, ['#/customers: expected minimum item count: 1, found: 0']],
    [{}, ['#: required key [customers] not found']],
    [[], ['#: expected type: JSONObject, found: JSONArray']],
    [{ customers: [{ id: 1, sourceId: 'a' }] }, ['#/customers/0: required key [source] not found']],
    [
      { customers: [{ id: 1, addresses: [{ type: 'home' }, { isDefault: 'yes', code: 'a' }, {}, { type: null }] }] },
      [
        '#/customers/0/addresses/0/type: home is not a valid enum value',
        '#/customers/0/addresses/1/isDefault: yes is not a valid enum value',
      ],
    ],
    [{ customers: [{ id: 1, parent: {} }] }, ['#/customers/0/parent: required key [id] not found']],
    [{ customers: [{ id: 1, parent: { sourceId: 'a' } }] }, ['#/customers/0/parent: required key [source] not found']],
    [
      { customers: [{ id: 1, attributes: [{ name: 'a', value: {} }] }] },
      ['#/customers/0/attributes/0/value: expected type: String or Number or Boolean, found: JSONObject'],
    ],
    ['{"customers":[{"id":1,"__proto__":{}}]}', ['#/customers/0: extraneous key [__proto__] is not permitted']],
    ['{"customers":[{"id":1,"id":1}]}', ['#/customers/0: duplicate key [id]']],
    [
      '{"customers":[{"id":9007199254740993}]}',
      ['#/customers/0/id: the number 9007199254740993 cannot be kept exactly'],
    ],
    [
      '{"customers":[{"id":1,"attributes":[{"class":"a","name":"b","value":0.1234567890123456789}]}]}',
      ['#/customers/0/attributes/0/value: the number 0.1234567890123456789 cannot be kept exactly'],
    ],
  ])('%j', async (body, expected) => {
    expect(await messages('byId', body)).toEqual(expected);
  });

  it('several at once, those beside the customers too', async () => {
    const body = { customers: [{ id: 1, foo: 1, sourceId: 'a', email: true }, { id: 'x' }], other: 1 };
    expect(await messages('byId', body)).toEqual([
      '#: extraneous key [other] is not permitted',
      '#/customers/0/email: expected type: String, found: Boolean',
      '#/customers/0: extraneous key [foo] is not permitted',
      '#/customers/0: required key [source] not found',
      '#/customers/1/id: expected type: Number, found: String',
    ]);
  });

  it('a hundred are enough', async () => {
    const said = await messages('byId', { customers: Array(5000).fill({ a: 1, b: 2 }) });
    expect(said).toHaveLength(101);
    expect(said.at(-1)).toBe('#: only the first 100 problems are named');
    const keys = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`${at}${'x'.repeat(200)}`, 1]));
    const many = await messages('byId', { customers: [{ id: 1, ...keys }] });
    expect(many).toHaveLength(101);
    expect(Math.max(...many.map(({ length }) => length))).toBeLessThan(200);
  });

  it('by source both parts are asked for', async () => {
    expect(await messages('bySourceId', { customers: [{ sourceId: null }] })).toEqual([
      '#/customers/0/sourceId: expected type: String, found: Null',
      '#/customers/0: required key [source] not found',
    ]);
  });
});

describe('what a value means is not for the structure', () => {
  it.each<[Dialect, object]>([
    ['byId', { customers: [{ id: 1.5, email: 'none', dateOfBirth: 'x'.repeat(50_000), gender: '?', debtorId: -1 }] }],
    ['bySourceSystem', { inputs: [{ emailAddress: 'none', deletedAt: 'never', addresses: [{ country: 'Mars' }] }] }],
    ['scheduled', { customers: [{ name: '', email: 'none', country: 'Mars', timezone_offset: '?' }] }],
  ])('%s', async (dialect, body) => {
    expect(await ask(dialect, body)).toMatchObject({ status: 200 });
  });
});

describe('how many there may be is looked at before what they are', () => {
  const many = (list: string, count: number, entry: unknown) =>
    `{"${list}":[${Array(count).fill(JSON.stringify(entry))}]}`;

  it('A and B take ten thousand', async () => {
    expect(await ask('byId', many('customers', 10_000, { id: 1 }))).toMatchObject({ status: 200 });
    expect(await ask('byId', many('customers', 10_001, { id: 1 }))).toMatchObject({
      status: 413,
      body: { error: { status: 413, messages: ['#/customers: more than 10000 entries'] } },
    });
    expect(await ask('bySourceSystem', many('inputs', 10_001, {}))).toMatchObject({
      status: 413,
      body: { path: '$.inputs', code: 'payload-too-large' },
    });
  });

  it('C takes five hundred, and answers 400 above', async () => {
    const entry = { name: 'Ann', email: 'a@example.com', country: 'NL' };
    expect(await ask('scheduled', many('customers', 500, entry))).toMatchObject({ status: 200 });
    expect(await ask('scheduled', many('customers', 501, entry))).toMatchObject({ status: 400, body: { status: 400 } });
    expect(await ask('scheduled', { customers: [] })).toMatchObject({ status: 400 });
  });

  it.each<Dialect>(['byId', 'bySourceSystem', 'scheduled'])(
    '%s refuses a million bad ones at once',
    async (dialect) => {
      const list = dialect === 'bySourceSystem' ? 'inputs' : 'customers';
      const began = performance.now();
      expect((await ask(dialect, many(list, 1_000_000, { bad: 1 }))).status).toBe(dialect === 'scheduled' ? 400 : 413);
      // Nearly all of it is the test's own making of the body.
      expect(performance.now() - began).toBeLessThan(2000);
    },
  );

  it('one of more than half a megabyte is 413', async () => {
    const body = { customers: [{ id: 1, ssn: 'x'.repeat(600_000) }] };
    expect(await ask('byId', body)).toMatchObject({ status: 413, body: { error: { code: 10031 } } });
  });
});

it('contract B says it in its own shape', async () => {
  expect(
    await ask('bySourceSystem', { inputs: [{}, { emailAddress: 5, x: 1, metadata: { any: [1] } }] }),
  ).toMatchObject({
    status: 400,
    body: {
      error: expect.stringContaining('structure'),
      path: '$.inputs[1].emailAddress',
      code: 'validation-failed',
      errors: [
        {
          path: '$.inputs[1].emailAddress',
          code: 'validation-failed',
          message: 'Expected a text, found a number.',
        },
        { path: '$.inputs[1]', code: 'validation-failed', message: 'There is no key "x" here.' },
      ],
    },
  });
  expect(await ask('bySourceSystem', { inputs: [{ contacts: 5 }] })).toMatchObject({
    body: { errors: [{ path: '$.inputs[0].contacts', message: 'Expected an object or a list, found a number.' }] },
  });
  expect(await ask('bySourceSystem', { inputs: [{ contacts: Array(1001).fill(1) }] })).toMatchObject({
    body: { errors: [{ path: '$.inputs[0].contacts', message: 'At most 1000 entries are taken here.' }] },
  });
  expect(await ask('bySourceSystem', '{"inputs":')).toMatchObject({
    status: 400,
    body: { path: '$', code: 'invalid-json', errors: [{ path: '$' }] },
  });
});

it('contract C says it in one sentence after the other', async () => {
  const customers = [{ name: 'Ann', email: 'a@example.com' }, { billing_information: { vat: 'a', vat_number: 'b' } }];
  expect(await ask('scheduled', { customers })).toMatchObject({
    status: 400,
    body: {
      status: 400,
      error_code: 10007,
      error: [
        'customers[0]: The key "country" is missing.',
        'customers[1]: The key "name" is missing.',
        'customers[1]: The key "email" is missing.',
        'customers[1]: The key "country" is missing.',
        'customers[1].billing_information: [vat] and [vat_number] differ.',
      ].join(' '),
    },
  });
  expect(await ask('scheduled', '[]')).toMatchObject({ body: { error: 'body: Expected an object, found a list.' } });
});

it('contract B takes one address where a list is meant, and no list where one rule is meant', async () => {
  for (const addresses of [{ city: 'X' }, { data: { city: 'X' } }, { data: [{ city: 'X' }] }]) {
    const body = JSON.stringify({ inputs: [{ addresses, customerRule: { data: { dueOption: 3 } } }] });
    const read = await readRequest('bySourceSystem', Buffer.from(body));
    expect(read.ok && read.sheet.rows).toEqual([['3', '[{"city":"X","type":"ADDRESS_BOOK"}]']]);
  }
  for (const customerRule of [[], [null], [{}], [{ dueOption: 3 }], { data: [{ dueOption: 3 }] }]) {
    const answer = await ask('bySourceSystem', JSON.stringify({ inputs: [{ customerRule }] }));
    expect(answer).toMatchObject({ body: { path: '$.inputs[0].customerRule', code: 'validation-failed' } });
  }
});

it('all problems are named, whether the JSON or its structure is wrong', async () => {
  const body = '{"customers":[{"id":1,"id":2,"foo":1},{"id":9007199254740993},{"id":3,"bar":{"a":1,"a":[-1e400]}}]}';
  const read = await readRequest('byId', Buffer.from(body));
  const said = !read.ok && read.refusal.problems!.map((problem) => wordAsPointer(problem as StructureProblem));
  expect(said).toEqual([
    '#/customers/0: duplicate key [id]',
    '#/customers/0: extraneous key [foo] is not permitted',
    '#/customers/1/id: the number 9007199254740993 cannot be kept exactly',
    '#/customers/2/bar: duplicate key [a]',
    '#/customers/2/bar/a/0: the number -1e400 cannot be kept exactly',
    '#/customers/2: extraneous key [bar] is not permitted',
  ]);
  const many = `{"customers":[${Array.from({ length: 300 }, () => '{"id":1,"id":1}').join()}]}`;
  const refused = await readRequest('byId', Buffer.from(many));
  expect(!refused.ok && refused.refusal.problems!.length).toBe(101);
});

it('more than a million parts together are refused, lists in metadata are not counted', async () => {
  const parts = (count: number) => ({ addresses: Array(count).fill({}) });
  const customers = [...Array.from({ length: 1000 }, (_, id) => ({ id: id + 1, ...parts(1000) })), { id: 5000 }];
  expect(await readRequest('byId', Buffer.from(JSON.stringify({ customers })))).toMatchObject({ ok: true });
  customers[1000] = { id: 5000, ...parts(1) };
  const refused = await readRequest('byId', Buffer.from(JSON.stringify({ customers })));
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'too_large', detail: expect.stringContaining('more than 1,000,000') },
  });
  const inputs = Array.from({ length: 11 }, () => ({ metadata: Array(100_000).fill(0) }));
  expect(await readRequest('bySourceSystem', Buffer.from(JSON.stringify({ inputs })))).toMatchObject({ ok: true });
});

it('inputs come in the query as well as in the body, but not in both', async () => {
  const chosen = chooseInputs(['[{"name":"Ann"}]'], Buffer.alloc(0));
  expect(chosen.ok && (await readRequest('bySourceSystem', chosen.body))).toEqual({
    ok: true,
    sheet: { fields: ['name'], rows: [['Ann']], defaultsOnly: false },
  });
  expect(chooseInputs([], Buffer.from('{}'))).toMatchObject({ ok: true });
  const refused = { ok: false, refusal: { code: 'does_not_fit' } };
  expect(chooseInputs(['[]'], Buffer.from('{}'))).toMatchObject(refused);
  expect(chooseInputs(['[]', '[]'], Buffer.alloc(0))).toMatchObject(refused);
});
