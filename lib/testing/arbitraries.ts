import fc from 'fast-check';
import { addressTypes, type Value } from '../customer/fields';
import type { LiveAddress, LiveCustomer } from '../customer-records';

const texts = ['Ann', 'ann', 'Zoë', 'Bo 🏳️‍🌈', '=1+1', "O'Hara", '0031', 'שלום'];
const some = (...values: string[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const text = some(...texts);
const blankOr = (arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> => fc.option(arbitrary, { nil: null, freq: 4 });

export const emails = ['a@example.com', 'A@Example.com', 'b@example.com', 'c@example.com'];
const email = some(...emails);
const debtorId: fc.Arbitrary<Value> = fc.integer({ min: 1, max: 3 });
const sourceSystemId = some('1', '2', '3');
const country = some('NL', 'BE');

const address: fc.Arbitrary<Omit<LiveAddress, 'number'>> = fc.record({
  type: fc.constantFrom(...Object.values(addressTypes)),
  isDefault: fc.boolean(),
  values: fc.record({ street: blankOr(text), city: blankOr(text), country: blankOr(country) }),
});

/** Numbers with gaps, one default of a type at most, never an address of blanks only. */
const addresses: fc.Arbitrary<LiveAddress[]> = fc
  .array(fc.tuple(address, fc.integer({ min: 1, max: 3 })), { maxLength: 4 })
  .map((list) => {
    const defaults = new Set<string>();
    let number = 0;
    return list.flatMap(([{ type, isDefault, values }, gap]) => {
      if (Object.values(values).every((value) => value === null)) return [];
      const first = isDefault && !defaults.has(type);
      if (first) defaults.add(type);
      number += gap;
      return [{ number, type, isDefault: first, values }];
    });
  });

const customer: fc.Arbitrary<Omit<LiveCustomer, 'uuid' | 'version'>> = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  values: fc
    .record({
      sourceSystemId: blankOr(sourceSystemId),
      debtorId: blankOr(debtorId),
      email: blankOr(email),
      firstName: blankOr(text),
      company: blankOr(text),
    })
    .map((values) => ({ sourceSystem: values.sourceSystemId === null ? null : 'erp', ...values })),
  addresses,
  attributes: fc.constant([]),
});

/** Customers with ids and source pairs of their own; emails and debtor ids may be shared. */
export const customers: fc.Arbitrary<LiveCustomer[]> = fc
  .tuple(
    fc.uniqueArray(customer, {
      maxLength: 5,
      selector: (each) => each.id,
    }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([list, version]) => {
    const sources = new Set<Value>();
    return list.map((each) => {
      const source = each.values.sourceSystemId ?? null;
      const taken = source !== null && sources.has(source);
      sources.add(source);
      const values = taken ? { ...each.values, sourceSystem: null, sourceSystemId: null } : each.values;
      return { ...each, values, uuid: `uuid-${each.id}`, version };
    });
  });

/** What a checked row can say: only fields it names, null to clear. Key fields are never cleared. */
export const rowValues: fc.Arbitrary<Record<string, Value>> = fc
  .record(
    {
      id: fc.constantFrom<Value>(1, 2, 3, 7, 1_000_000_000_000),
      sourceSystemId,
      debtorId,
      email,
      firstName: blankOr(text),
      company: blankOr(text),
      'billing.street': blankOr(text),
      'billing.city': blankOr(text),
      'billing.country': blankOr(country),
      'shipping.street': blankOr(text),
      'shipping.city': blankOr(text),
      'shipping.country': blankOr(country),
      'address.city': blankOr(text),
    },
    { requiredKeys: [] },
  )
  .map(
    (values) =>
      ({ ...values, ...('sourceSystemId' in values ? { sourceSystem: 'erp' } : {}) }) as Record<string, Value>,
  );
