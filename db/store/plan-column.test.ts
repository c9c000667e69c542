import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planned } from '../../lib/testing/planned';
import { packPlan, unpackValues } from './plan-column';

const fields = ['email', 'company', 'debtorId', 'billing.city'];
const values = fc.dictionary(
  fc.constantFrom(...fields),
  fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)),
  { noNullPrototype: true },
);

it('values come back as they were, what is cleared apart from what nothing is said about', () => {
  fc.assert(
    fc.property(values, (given) => {
      const packed = packPlan(fields, planned(2, { values: given, disposition: 'update' }));
      expect(unpackValues(fields, packed)).toEqual(given);
    }),
  );
});

it('a creation clears nothing', () => {
  fc.assert(
    fc.property(values, (given) => {
      const packed = packPlan(fields, planned(2, { values: given, disposition: 'create' }));
      const set = Object.entries(given).filter(([, value]) => value !== null);
      expect(unpackValues(fields, packed)).toEqual(Object.fromEntries(set));
    }),
  );
});

it('holds what the commit reads, without the names of fields', () => {
  const plan = planned(2, {
    values: { email: 'A@example.com', debtorId: 7 },
    disposition: 'create',
    derived: { emailKey: 'a@example.com', nameKey: 'ann', companyKey: null, search: 'ann a@example.com' },
    addresses: { billing: { number: 1, isNew: true, remove: false } },
  });
  expect(JSON.parse(packPlan(fields, plan))).toEqual([
    ['A@example.com', null, 7, null],
    ['a@example.com', 'ann', null, 'ann a@example.com'],
    { billing: [1, 0] },
  ]);
});
