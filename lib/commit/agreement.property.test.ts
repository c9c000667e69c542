import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressPrefixes, type Value } from '../customer/fields';
import type { LiveCustomer } from '../customer-records';
import { blankRules, matchKeys, modes } from '../mapping';
import type { ShownRow } from '../records';
import { customers, rowValues } from '../testing/arbitraries';
import { allCustomers, contentOf } from '../testing/customers';
import { readLedger, seedCustomers } from '../testing/database';
import { addressOf, valueIn, valueThere, writtenOver } from '../testing/live';
import { review, rowsOf, submitNow } from '../testing/sheet';
import { withDesk } from '../testing/test-store';

const desk = withDesk();
const settings = fc.record({
  matchKey: fc.constantFrom(...matchKeys),
  mode: fc.constantFrom(...modes),
  blank: fc.constantFrom(...blankRules),
});
type Settings = typeof settings extends fc.Arbitrary<infer T> ? T : never;

const columns = [
  ...['id', 'sourceSystem', 'sourceSystemId', 'debtorId', 'email', 'firstName', 'company'],
  ...['billing.street', 'billing.city', 'billing.country', 'shipping.street', 'shipping.city', 'shipping.country'],
  'address.city',
];

/** Only columns that some row fills, so that with the rule `clear` not every customer is emptied. */
function sheetOf(rows: Record<string, Value>[], mapping: Settings) {
  const fields = columns.filter((field) => rows.some((row) => field in row) || field === mapping.matchKey);
  return { fields, rows: rows.map((row) => fields.map((field) => String(row[field] ?? ''))), mapping };
}

interface Run {
  id: number;
  operation: number;
  before: Map<number, LiveCustomer>;
  after: Map<number, LiveCustomer>;
  planned: ShownRow[];
}

const byId = <T extends { id: number }>(list: T[]) => new Map(list.map((each) => [each.id, each]));

/** Holds after any rows were committed over any customers. */
const always = (holds: (run: Run, set: Settings, again: () => Promise<Run>) => Promise<void>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(
      customers,
      fc.array(rowValues, { minLength: 1, maxLength: 7 }),
      settings,
      async (live, rows, set) => {
        seedCustomers(desk.dataDir(), live);
        const sheet = sheetOf(rows, set);
        const run = async (): Promise<Run> => {
          const before = byId(await allCustomers(desk.store()));
          const id = await review(desk.store(), sheet);
          const planned = await rowsOf(desk.store(), id);
          const submitted = await submitNow(desk.store(), id);
          if (submitted.status !== 'committed') throw new Error(submitted.status);
          const after = byId(await allCustomers(desk.store()));
          return { id, operation: submitted.operation, before, after, planned };
        };
        await holds(await run(), set, run);
      },
    ),
    { numRuns },
  );

describe('what the review showed is what the commit does', () => {
  it('field by field, for every customer, and nothing else', () =>
    always(async ({ before, after, planned }) => {
      const expected = new Map([...before].map(([id, customer]) => [id, contentOf(customer)]));
      for (const { plan } of planned) {
        const { disposition, targetId, values } = plan;
        if (disposition !== 'create' && disposition !== 'update') continue;
        const old = before.get(targetId!) ?? { values: {}, addresses: [] };
        expect(before.has(targetId!)).toBe(disposition === 'update');
        expected.set(targetId!, contentOf(writtenOver(old, values)));
        for (const [field, [was, now]] of Object.entries(plan.patch)) {
          expect(valueIn(old, field)).toBe(was);
          expect(valueThere(after.get(targetId!)!, old, field)).toBe(now);
        }
      }
      expect(new Map([...after].map(([id, customer]) => [id, contentOf(customer)]))).toEqual(expected);
      const touched = new Set(
        planned.filter(({ plan }) => plan.disposition === 'update').map(({ plan }) => plan.targetId),
      );
      for (const [id, { version }] of after) {
        const old = before.get(id)?.version ?? 0;
        expect(version).toBe(old + (touched.has(id) || old === 0 ? 1 : 0));
      }
    }, 40));

  it('row by row, with totals that sum to the rows', () =>
    always(async ({ id, planned }) => {
      const becomes = { create: 'created', update: 'updated', unchanged: 'unchanged', skip: 'skipped' } as const;
      const done = await rowsOf(desk.store(), id);
      for (const [at, { plan }] of planned.entries()) {
        const wanted = plan.disposition === null ? 'failed' : becomes[plan.disposition as keyof typeof becomes];
        expect(done[at]?.outcome?.outcome).toBe(wanted);
      }
      const { outcomes, rows } = await desk.store().readTotals(id);
      expect(Object.values(outcomes).reduce((one, other) => one + other, 0)).toBe(rows);
      expect(rows).toBe(planned.length);
    }, 20));

  it('the ledger has each customer as it was, so that all can be put back exactly', () =>
    always(async ({ operation, before, after, planned }) => {
      const ledger = readLedger(desk.dataDir(), operation);
      const written = planned.filter(({ plan }) => plan.disposition === 'create' || plan.disposition === 'update');
      expect(ledger.map((entry) => [entry.row, entry.customerId])).toEqual(
        written.map(({ row, plan }) => [row, plan.targetId]),
      );
      const restored = new Map<number, unknown>();
      for (const [id, customer] of after) restored.set(id, { version: customer.version, ...contentOf(customer) });
      for (const { customerId, before: image } of ledger) {
        if (image === null) restored.delete(customerId);
        else restored.set(customerId, { version: image.version, ...contentOf(withFlags(image)) });
      }
      const expected = [...before].map(([id, customer]) => [id, { version: customer.version, ...contentOf(customer) }]);
      expect(restored).toEqual(new Map(expected as [number, unknown][]));
    }, 25));

  it('the same file again changes nothing', () =>
    always(async (first, { mode }, again) => {
      if (mode !== 'upsert' || first.planned.some(({ plan }) => plan.disposition === null)) return;
      if (movedOn(first)) return;
      const second = await again();
      expect(second.planned.map(({ plan }) => plan.disposition)).toEqual(first.planned.map(() => 'unchanged'));
      expect(second.after).toEqual(first.after);
      expect(readLedger(desk.dataDir(), second.operation)).toEqual([]);
    }, 40));
});

/** Whether an emptied address went and another of its type took its place: the same file then means that one. */
const movedOn = ({ before, after }: Run): boolean =>
  [...before].some(([id, old]) =>
    addressPrefixes.some((prefix) => {
      const [was, is] = [old, after.get(id)!].map(({ addresses }) => addressOf(addresses, prefix)?.number);
      return was !== undefined && is !== undefined && was !== is;
    }),
  );

/** JSON of SQLite has 0 and 1 for false and true. */
const withFlags = (image: Pick<LiveCustomer, 'values' | 'addresses'>) => ({
  ...image,
  addresses: image.addresses.map((address) => ({ ...address, isDefault: Boolean(address.isDefault) })),
});
