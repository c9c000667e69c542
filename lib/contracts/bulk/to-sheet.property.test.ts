import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bulkFields } from './cells';
import { fieldsById } from './cells-by-id';
import { addressBySourceSystem, fieldsBySourceSystem, jsonBySourceSystem } from './cells-by-source-system';
import { fieldsScheduled } from './cells-scheduled';
import type { Dialect } from './dialects';
import { readRequest } from './read-request';

type Keys = Record<string, unknown>;
type Said = Record<string, string>;

const text = fc.option(
  fc.string({ unit: 'binary' }).map((made) => made.toWellFormed()),
  { nil: null },
);
const some = (keys: Record<string, fc.Arbitrary<unknown>>, required: string[] = []): fc.Arbitrary<Keys> =>
  fc.record(keys, { requiredKeys: required });
const texts = (names: string[]) => Object.fromEntries(names.map((name) => [name, text]));
const flip = (names: Record<string, string>) => Object.fromEntries(Object.entries(names).map(([a, b]) => [b, a]));

/** What the rows say, each by field; what they say nothing about is left out. Addresses in columns are a list again. */
async function rowsOf(dialect: Dialect, list: string, customers: unknown[]): Promise<Said[]> {
  const read = await readRequest(dialect, Buffer.from(JSON.stringify({ [list]: customers })));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { fields, rows, defaultsOnly } = read.sheet;
  expect(fields).toEqual(bulkFields.filter((field) => fields.includes(field)));
  return rows.map((row) =>
    listed(
      Object.fromEntries(fields.flatMap((field, at) => (row[at] === null ? [] : [[field, row[at]!]]))),
      defaultsOnly,
    ),
  );
}

function listed(said: Said, defaultsOnly: boolean): Said {
  const cells: Said = {};
  const made: Record<string, Keys> = {};
  for (const [field, cell] of Object.entries(said)) {
    const dot = field.indexOf('.');
    const type = { billing: 'invoice', shipping: 'delivery' }[field.slice(0, Math.max(dot, 0))];
    if (!type) {
      cells[field] = cell;
      continue;
    }
    const name = field.slice(dot + 1);
    made[type] ??= { type, ...(defaultsOnly && { isDefault: true }) };
    made[type][name] = cell === '' ? null : ['icp', 'isCompany'].includes(name) ? cell === 'Y' : cell;
  }
  const list = Object.values(made);
  return list.length > 0 ? { ...cells, addresses: JSON.stringify(list) } : cells;
}

/** Plain JSON, as it is after it was sent: without what only JavaScript tells apart. */
const sent = (value: unknown) => JSON.parse(JSON.stringify(value));
const blankAsNull = (cell: string) => (cell === '' ? null : cell);
/** An empty text and null clear alike, and a null that says nothing of the default is as good as nothing. */
const alike = (value: unknown): unknown => {
  if (value === '') return null;
  if (Array.isArray(value)) return value.map(alike);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, each]) => key !== 'isDefault' || each !== null);
  return Object.fromEntries(kept.map(([key, each]) => [key, alike(each)]));
};
/** All keys of customers, alike. */
const allAlike = (customers: Keys[]) =>
  sent(
    customers.map((customer) =>
      Object.fromEntries(Object.entries(customer).map(([key, value]) => [key, alike(value)])),
    ),
  );

const rename = (from: Keys, names: Record<string, string>): Keys =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [names[key] ?? key, value]));

const yesNo = fc.constantFrom('Y', 'N', null);
const addressById = some(
  {
    ...texts(['city', 'code', 'street', 'number', 'url', 'notes']),
    type: fc.constantFrom('invoice', 'delivery'),
    icp: yesNo,
    isDefault: yesNo,
  },
  ['type'],
);
const ofType = { integer: fc.integer({ min: 1 }), maybe: fc.option(fc.integer(), { nil: null }) };
const { id: _id, debtorId: _debtorId, source: _source, sourceId: _sourceId, ...textsById } = fieldsById;
const byId = some(
  {
    id: ofType.integer,
    debtorId: ofType.maybe,
    ...texts(Object.keys(textsById)),
    addresses: fc.option(fc.array(addressById, { maxLength: 3 }), { nil: null }),
  },
  ['id'],
);

it('contract A: what goes in comes out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(byId, { minLength: 1, maxLength: 5 }), async (customers) => {
      const back = (await rowsOf('byId', 'customers', customers)).map(({ addresses, ...cells }) => {
        const keys: Keys = rename(
          Object.fromEntries(Object.entries(cells).map(([f, c]) => [f, blankAsNull(c)])),
          flip(fieldsById),
        );
        for (const key of ['id', 'debtorId']) if (typeof keys[key] === 'string') keys[key] = Number(keys[key]);
        if (addresses !== undefined) keys.addresses = addresses === '' ? null : JSON.parse(addresses).map(asSent);
        return keys;
      });
      expect(allAlike(back)).toEqual(allAlike(customers));
    }),
    { numRuns: 300 },
  );
});

const yes = (value: unknown) => (typeof value === 'boolean' ? (value ? 'Y' : 'N') : value);
const asSent = (address: Keys): Keys =>
  Object.fromEntries(
    Object.entries(address).map(([key, value]) => [key, key === 'icp' || key === 'isDefault' ? yes(value) : value]),
  );

const { metadata: _metadata, ccEmailAddresses: _cc, ...parts } = jsonBySourceSystem;
const anyJson = fc.jsonValue({ maxDepth: 3 }).filter((value) => !/\d[eE]\+|\d{16}/.test(JSON.stringify(value)));
const part = fc.option(fc.oneof(fc.array(anyJson, { maxLength: 3 }), fc.dictionary(fc.string(), anyJson)), {
  nil: null,
});
const addressInput = some(texts(Object.keys(addressBySourceSystem).filter((name) => name !== 'type'))).chain(
  (address) => fc.constantFrom('ADDRESS_BOOK', 'HOME').map((type) => ({ ...address, type })),
);
const input = some({
  ...texts(Object.keys(fieldsBySourceSystem)),
  ...Object.fromEntries(Object.keys(parts).map((name) => [name, part])),
  metadata: anyJson,
  ccEmailAddresses: fc.option(fc.array(fc.string(), { maxLength: 3 }), { nil: null }),
  addresses: fc.option(fc.array(addressInput, { maxLength: 3 }), { nil: null }),
}).filter((made) => Object.values(made).every((value) => !isWrapper(value)));
const isWrapper = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'data';

it('contract B: what goes in comes out', async () => {
  const json = new Set<string>([...Object.values(jsonBySourceSystem), 'addresses']);
  const names = { ...flip(fieldsBySourceSystem), ...flip(jsonBySourceSystem) };
  const read = ([field, cell]: [string, string]) => [
    field,
    cell === '' ? null : json.has(field) ? JSON.parse(cell) : cell,
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(input, { minLength: 1, maxLength: 5 }), async (inputs) => {
      const back = (await rowsOf('bySourceSystem', 'inputs', inputs)).map((cells) => {
        const keys = rename(Object.fromEntries(Object.entries(cells).map(read)), names);
        const { addresses } = keys as { addresses?: Keys[] | null };
        return addresses
          ? { ...keys, addresses: addresses.map((one) => rename(one, flip(addressBySourceSystem))) }
          : keys;
      });
      const expected = inputs.map((made) =>
        Object.fromEntries(
          Object.entries(made).map(([key, value]) => [key, value === '' && key !== 'metadata' ? null : value]),
        ),
      );
      expect(back).toEqual(sent(expected));
    }),
    { numRuns: 300 },
  );
});

const shippingKeys = { name: 'name', last_name: 'lastName', phone: 'phone', email: 'email', address: 'street' };
const billingKeys = { ...shippingKeys, representative: 'representative', vat: 'vatNumber', postcode: 'postalCode' };
const scheduled = some(
  {
    name: fc.string(),
    email: fc.string(),
    country: fc.string(),
    ...texts(['last_name', 'company', 'timezone_offset', 'phone']),
    locale: fc.constantFrom('nl', 'de'),
    billing_information: some({ ...texts(Object.keys(billingKeys)), is_company: fc.boolean() }, ['is_company']),
    shipping_information: some(texts(Object.keys(shippingKeys)), ['address']),
  },
  ['name', 'email', 'country', 'locale'],
);

it('contract C: what goes in comes out', async () => {
  const back = (addresses: Keys[], type: string, names: Record<string, string>) => {
    const { type: _, ...found } = addresses.find((address) => address.type === type) ?? {};
    return Object.keys(found).length > 0 ? rename(found, flip(names)) : undefined;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(scheduled, { minLength: 1, maxLength: 5 }), async (customers) => {
      const read = (await rowsOf('scheduled', 'customers', customers)).map(({ addresses = '[]', ...cells }) => ({
        ...rename(
          Object.fromEntries(Object.entries(cells).map(([f, c]) => [f, blankAsNull(c)])),
          flip(fieldsScheduled),
        ),
        billing_information: back(JSON.parse(addresses), 'invoice', { ...billingKeys, is_company: 'isCompany' }),
        shipping_information: back(JSON.parse(addresses), 'delivery', shippingKeys),
      }));
      expect(allAlike(read)).toEqual(allAlike(customers));
    }),
    { numRuns: 300 },
  );
});
