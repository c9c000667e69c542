import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../customer/derive';
import { firstOwnId, type Value } from '../customer/fields';
import { keysOf } from '../customer/key';
import type { LiveCustomer } from '../customer-records';
import type { IssueCode } from '../issues';
import { type Mapping, type MatchKey, matchKeys, modes } from '../mapping';
import type { PlannedRow } from '../records';
import { customers, rowValues } from '../testing/arbitraries';
import { valueIn, writtenOver } from '../testing/live';
import { mappingOf } from '../testing/sheet';
import { readCustomerIndex } from './customer-index';
import { planRow } from './plan-row';

const settings = fc.record({ matchKey: fc.constantFrom(...matchKeys), mode: fc.constantFrom(...modes) });

interface Case {
  values: Record<string, Value>;
  mapping: Mapping;
  live: LiveCustomer[];
  plan: PlannedRow;
  reserved: number;
}

/** Holds for the plan of any row that has its match key, against any customers. */
const always = (holds: (given: Case) => void) =>
  fc.assert(
    fc.asyncProperty(customers, rowValues, settings, fc.boolean(), async (live, values, set, kept) => {
      const keys = keysOf(values, set.matchKey);
      fc.pre(keys.length > 0);
      const mapping = mappingOf({ fields: Object.keys(values), mapping: set });
      const index = await readCustomerIndex(
        { hasCustomers: async () => true, findCustomers: async () => live },
        mapping,
        [{ values, keys }],
      );
      let reserved = 0;
      const reserve = () => ({ id: firstOwnId + ++reserved, uuid: 'new' });
      const row = { row: 2, excluded: false, values, issues: [], changed: [], keys };
      const plan = planRow({ ...row, reserved: kept ? { id: 77, uuid: 'kept' } : null }, mapping, index, reserve);
      if (kept && plan.disposition === 'create')
        expect([plan.reserved, reserved]).toEqual([{ id: 77, uuid: 'kept' }, 0]);
      holds({ values, mapping, live, plan, reserved });
    }),
    { numRuns: 300 },
  );

const has = (customer: LiveCustomer, values: Record<string, Value>, kind: MatchKey): boolean => {
  const lower = (value: Value | undefined) => (typeof value === 'string' ? value.toLowerCase() : value);
  switch (kind) {
    case 'id':
      return customer.id === values.id;
    case 'source':
      return values.sourceSystemId != null && customer.values.sourceSystemId === values.sourceSystemId;
    case 'debtorId':
      return customer.values.debtorId === values.debtorId;
    case 'email':
      return lower(customer.values.email) === lower(values.email);
  }
};

describe('a plan against the customers there are', () => {
  it('finds the customer by the match key alone, and says what stands in between', () =>
    always(({ values, mapping, live, plan }) => {
      const found = live.filter((customer) => has(customer, values, mapping.matchKey!));
      const others = live.filter((customer) => customer !== found[0]);
      const expected: IssueCode[] = [];
      if (found.length > 1) expected.push('ambiguous_match');
      else {
        const id = values.id;
        if (id !== undefined && found[0] && found[0].id !== id) expected.push('id_differs');
        if (id !== undefined && !found[0] && (id as number) >= firstOwnId) expected.push('id_reserved');
        if (id !== undefined && !found[0] && live.some((customer) => customer.id === id)) expected.push('id_differs');
        if (others.some((customer) => has(customer, values, 'source'))) expected.push('source_taken');
      }
      const errors = plan.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.code);
      expect(errors.sort()).toEqual(expected.sort());
      if (expected.length > 0) {
        expect(plan).toMatchObject({ state: 'error', disposition: null, target: null, patch: {}, addresses: {} });
        return;
      }
      const known = found[0];
      if (mapping.mode === 'create' && known) expect(plan).toMatchObject({ disposition: 'skip', message: 'known' });
      else if (mapping.mode === 'update' && !known)
        expect(plan).toMatchObject({ disposition: 'skip', message: 'unknown' });
      else if (!known) expect(plan.disposition).toBe('create');
      else expect(['update', 'unchanged']).toContain(plan.disposition);
      if (known) expect(plan.target).toEqual({ id: known.id, uuid: known.uuid, version: known.version });
    }));

  it('the patch of an update, applied to the customer, gives the values; unchanged is where nothing differs', () =>
    always(({ values, live, plan }) => {
      if (plan.disposition !== 'update' && plan.disposition !== 'unchanged') return;
      const customer = live.find((each) => each.id === plan.target!.id)!;
      const differs = Object.entries(values).filter(
        ([field, value]) => field !== 'id' && valueIn(customer, field) !== value,
      );
      expect(plan.patch).toEqual(
        Object.fromEntries(differs.map(([field, value]) => [field, [valueIn(customer, field), value]])),
      );
      expect(plan.disposition).toBe(differs.length > 0 ? 'update' : 'unchanged');
      if (plan.disposition === 'unchanged') return;
      const after = writtenOver(customer, values);
      expect(plan.derived).toEqual(derive(after.values, after.addresses));
    }));

  it('the id is never patched, and a new customer has the id of the row or the reserved one', () =>
    always(({ values, plan, reserved }) => {
      expect(plan.patch).not.toHaveProperty('id');
      if (plan.disposition !== 'create') {
        expect(reserved).toBe(0);
        return;
      }
      expect(plan.target).toEqual({ id: values.id ?? plan.reserved!.id, uuid: plan.reserved!.uuid, version: 0 });
      const after = writtenOver({ values: {}, addresses: [] }, values);
      expect(plan.derived).toEqual(derive(after.values, after.addresses));
      expect(plan.patch).toEqual({});
    }));

  it('an address is written where the customer has it, is new behind the last one, and goes when it is left blank', () =>
    always(({ values, live, plan }) => {
      if (plan.disposition !== 'update' && plan.disposition !== 'create') return;
      const before = live.find((each) => each.id === plan.target!.id) ?? { values: {}, addresses: [] };
      const after = writtenOver(before, values).addresses;
      const touched = Object.values(plan.addresses).map((target) => target!);
      const numbers = (list: { number: number }[]) => list.map((each) => each.number);
      for (const target of touched.filter((each) => each.remove)) {
        expect(numbers(before.addresses)).toContain(target.number);
      }
      for (const target of touched.filter((each) => each.isNew)) expect(numbers(after)).toContain(target.number);
      const gone = before.addresses.filter((address) => !after.some((each) => same(each, address)));
      const made = after.filter((address) => !before.addresses.some((each) => same(each, address)));
      expect(numbers(gone).sort()).toEqual(numbers(touched.filter((each) => each.remove)).sort());
      expect(numbers(made).sort()).toEqual(numbers(touched.filter((each) => each.isNew)).sort());
    }));

  it('an email that another customer has too is a warning, unless it is the match key', () =>
    always(({ values, mapping, live, plan }) => {
      const updated = plan.disposition === 'update' ? plan.patch.email?.[1] : undefined;
      const now = plan.disposition === 'create' ? values.email : updated;
      const shared = live.some(
        (customer) => customer.id !== plan.target?.id && has(customer, { email: now ?? null }, 'email'),
      );
      const warned = plan.issues.some((issue) => issue.code === 'email_shared');
      expect(warned).toBe(Boolean(now) && mapping.matchKey !== 'email' && shared);
      if (warned) expect(plan.state).toBe('warning');
      expect(values).toEqual(plan.values);
    }));
});

/** One address: of the same type under the same number. */
const same = (one: { number: number; type: string }, other: { number: number; type: string }) =>
  one.number === other.number && one.type === other.type;
