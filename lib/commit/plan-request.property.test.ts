import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newRequest } from '../contracts/bulk/new-request';
import { readRequest } from '../contracts/bulk/read-request';
import { IdBlock } from '../plan/plan-rows';
import type { PlannedRow } from '../records';
import type { RequestPlans } from '../request-plans';
import type { Store } from '../store';
import { send } from '../testing/send-request';
import { testVault, withStore } from '../testing/test-store';
import { planRequest } from './plan-request';

const store = withStore();

const id = fc.integer({ min: 1, max: 6 });
const part = fc.record({ type: fc.constantFrom('invoice', 'delivery'), city: fc.constantFrom('Ede', 'Oss', null) });
const attribute = fc.record(
  { name: fc.constantFrom('a', 'b'), value: fc.constantFrom('x', 'y', '') },
  { requiredKeys: ['name'] },
);
/** Some that fail, some that stand twice, some that wait for another or for nobody. */
const customer = fc.record(
  {
    id,
    firstName: fc.constantFrom('Ann', 'Bo', null),
    email: fc.constantFrom('a@example.com', 'none'),
    parent: fc.oneof(
      id.map((other) => ({ id: other })),
      fc.constant({ source: 'erp', sourceId: '1' }),
    ),
    addresses: fc.array(part, { maxLength: 3 }),
    attributes: fc.array(attribute, { maxLength: 3 }),
  },
  { requiredKeys: ['id'] },
);

async function planned(customers: object[], { atomic, packed }: { atomic: boolean; packed: boolean }) {
  const body = Buffer.from(JSON.stringify({ customers }));
  const read = await readRequest('byId', body);
  if (!read.ok) throw new Error(read.refusal.detail);
  const asking = { name: 'Tester', id: 'caller', key: null, text: '', body };
  const request = await newRequest('byId', read.sheet, asking, [], testVault);
  const numbered = { reserveIds: async () => 10 ** 12 } as unknown as Store;
  return planRequest(store(), new IdBlock(numbered), request, { atomic, packed });
}

/** As they are written; the uuids of new customers are made each time. */
const whole = (plans: RequestPlans): PlannedRow[] =>
  [...plans.take()].flat().map((plan) => ({
    ...plan,
    lists: plan.lists,
    target: plan.target && { ...plan.target, uuid: '' },
    reserved: plan.reserved && { ...plan.reserved, uuid: '' },
  }));

const outcome = ({ row, state, disposition, target, keys, issues, message }: PlannedRow) => ({
  ...{ row, state, disposition, keys, issues, message },
  target: target?.id,
});

it('packed plans are those that are not, whatever the rows mean for each other', async () => {
  await send(store(), 'byId', {
    customers: [
      {
        id: 1,
        firstName: 'Ann',
        addresses: [{ type: 'invoice', city: 'Ede' }],
        attributes: [{ name: 'a', value: 'x' }],
      },
      { id: 2, firstName: 'Bo', parent: { id: 1 }, source: 'erp', sourceId: '1' },
    ],
  });
  await fc.assert(
    fc.asyncProperty(fc.array(customer, { minLength: 1, maxLength: 6 }), fc.boolean(), async (customers, atomic) => {
      const plain = await planned(customers, { atomic, packed: false });
      const packed = await planned(customers, { atomic, packed: true });
      expect(packed.brief.map(outcome)).toEqual(plain.brief.map(outcome));
      expect(packed.lists || !plain.lists).toBe(true);
      expect(whole(packed)).toEqual(whole(plain));
      expect(() => whole(packed)).toThrow('taken already');
    }),
    { numRuns: 300 },
  );
});
