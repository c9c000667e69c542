import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CustomerQuery, CustomerRecord } from '../../lib/customer-records';
import type { Store } from '../../lib/store';
import { allCustomers, customerByEmail } from '../../lib/testing/customers';
import { commit } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const fields = ['sourceSystemId', 'email', 'debtorId', 'firstName', 'company', 'billing.city'];
const mapping = { matchKey: 'source' as const, sourceSystem: 'erp' };
const people = [
  ['1', 'b@example.com', '20', 'Zoë', 'Åland 100%_b\\c', 'København'],
  ['2', 'B@Example.com', '', '', '', ''],
  ['3', '', '3', 'Ann', '', ''],
  ['4', '', '', 'ann', 'Beta', 'Łódź'],
  ['5', 'a@example.com', '3', '', 'beta', ''],
  ['6', '', '', '', '', 'Straße'],
  ['7\'"', 'z@example.com', '100', 'שלום', '100x_b', '🏳️‍🌈'],
];
const sorts: CustomerQuery['sort'][] = ['lastChange', 'debtorId', 'name', 'company', 'email'];

export const customerContract = (open: OpenStore) =>
  describe('customers', () => {
    const { web, worker } = withTwo(open, 'customers');
    beforeAll(async () => {
      await commit(web(), { fields, rows: people, mapping });
    });

    it('pages of any size meet each customer once, in every order both ways, blanks last', async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...sorts), fc.boolean(), fc.integer({ min: 1, max: 8 }), async (...asked) => {
          const [sort, descending, limit] = asked;
          const seen: CustomerRecord[] = [];
          for (;;) {
            const last = seen.at(-1);
            const after = last && { key: last.sortKeys[sort], id: last.id };
            const page = await worker().listCustomers({ sort, descending, after, limit });
            expect(page.length).toBeLessThanOrEqual(limit);
            if (page.length === 0) break;
            seen.push(...page);
          }
          expect(new Set(seen.map((customer) => customer.id)).size).toBe(await worker().countCustomers());
          expect(seen).toHaveLength(people.length);
          const keys = seen.map((customer) => customer.sortKeys[sort]);
          const filled = keys.filter((key) => key !== null);
          expect(keys.slice(0, filled.length)).toEqual(filled);
          const sorted = filled.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
          expect(filled).toEqual(descending ? sorted.reverse() : sorted);
        }),
        { numRuns: 60 },
      );
    });

    it.each([
      ['zoe', ['1']],
      ['ZOË', ['1']],
      ['0%', ['1']],
      ['_b', ['1', '7\'"']],
      ['b\\c', ['1']],
      ['aland', ['1']],
      ['kobenhavn', ['1']],
      ['lodz', ['4']],
      ['strasse', ['6']],
      ['שלום', ['7\'"']],
      ['🏳️‍🌈', ['7\'"']],
      ['\'"', ['7\'"']],
      ['%', ['1']],
      ['nobody', []],
    ])('search for %s', async (q, expected) => {
      const found = await web().listCustomers({ q, sort: 'lastChange', descending: false, limit: 50 });
      expect(found.map((customer) => customer.values.sourceSystemId).sort()).toEqual(expected);
    });

    it('is found by each key, with all that have it, and never twice', async () => {
      const ids = async (...lookups: Parameters<Store['findCustomers']>[0]) =>
        (await worker().findCustomers(lookups)).map((customer) => customer.values.sourceSystemId).sort();
      const all = await allCustomers(web());
      expect(await ids({ kind: 'email', keys: ['b@example.com'] })).toEqual(['1', '2']);
      expect(await ids({ kind: 'debtorId', keys: ['3', '20'] })).toEqual(['1', '3', '5']);
      expect(await ids({ kind: 'source', keys: ['["erp","7\'\\""]', '["erp","nobody"]'] })).toEqual(['7\'"']);
      expect(await ids({ kind: 'source', keys: ['["ERP","1"]'] })).toEqual([]);
      expect(await ids({ kind: 'id', keys: [String(all[2]!.id)] })).toEqual([all[2]!.values.sourceSystemId]);
      expect(await ids({ kind: 'email', keys: ['b@example.com'] }, { kind: 'debtorId', keys: ['20'] })).toHaveLength(2);
      expect(await ids({ kind: 'email', keys: [] })).toEqual([]);
    });

    it('is read by number and by uuid', async () => {
      const [first] = await allCustomers(web());
      expect(await worker().readCustomer(first!.id)).toEqual(first);
      expect(await worker().readCustomer(first!.uuid)).toEqual(first);
      expect(await worker().readCustomer(1)).toBeNull();
      expect(first).toMatchObject({ version: 1, lastChange: { kind: 'import', row: 2, created: true } });
      expect(first?.addresses).toMatchObject([{ number: 1, type: 'invoice', isDefault: true }]);
    });

    it('tells its changes newest first, the creation last', async () => {
      const { id } = await customerByEmail(web(), 'z@example.com');
      const again = (name: string) =>
        commit(web(), { fields: ['email', 'firstName'], rows: [['z@example.com', name]] });
      const imports = [await again('Two'), await again('Three')];
      const changes = await worker().readChanges(id, 10);
      expect(changes.map((change) => [change.created, change.patch])).toEqual([
        [false, { firstName: ['Two', 'Three'] }],
        [false, { firstName: ['שלום', 'Two'] }],
        [true, {}],
      ]);
      expect(changes.slice(0, 2).map((change) => change.importId)).toEqual(imports.reverse());
      expect(changes[0]).toMatchObject({ kind: 'import', row: 2, fileName: 'customers.csv' });
      expect(await worker().readChanges(id, 1)).toHaveLength(1);
      expect(await worker().readCustomer(id)).toMatchObject({ version: 3, lastChange: { created: false } });
    });
  });
