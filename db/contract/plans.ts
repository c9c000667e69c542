import { describe, expect, it } from 'vitest';
import { issue } from '../../lib/issues';
import { planned } from '../../lib/testing/planned';
import { importOf, mappingOf, openShard, stage } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

export const planContract = (open: OpenStore) =>
  describe('plans and keys', () => {
    const { web, worker } = withTwo(open, 'plans');
    const fields = ['email', 'company', 'debtorId', 'billing.city', 'phone'];
    const mapping = mappingOf({ fields });
    const sheet = (count: number) => ({
      fields,
      rows: Array.from({ length: count }, (_, at) => [`${at}`, '', '', '', '']),
    });

    it('a plan comes back as it was stored, with the reserved id kept for planning again', async () => {
      const id = await stage(web(), sheet(1));
      const plan = planned(2, {
        state: 'warning',
        disposition: 'update',
        values: { email: 'a@example.com', debtorId: 9_007_199_254_740_991, 'billing.city': 'Zoë 🏳️‍🌈', company: null },
        issues: [issue('phone_unlikely', 'phone', { message: 'm', suggestion: 's' }), issue('email_shared', 'email')],
        changed: ['company'],
        patch: { company: ['old', null], 'billing.city': [null, 'x'] },
        target: { id: 5, uuid: 'u', version: 3 },
        reserved: { id: 1_000_000_000_007, uuid: 'r' },
        message: 'known',
      });
      await web().savePlans(await openShard(web(), id, 'check', 1, 2), 2, mapping, [plan], { rows: 1 });
      expect((await worker().readRow(id, 2))?.plan.values).toEqual({});
      await web().moveImport(id, ['checking'], 'review');
      const shown = await worker().readRow(id, 2);
      expect(shown).toMatchObject({ issues: plan.issues, reserved: plan.reserved, outcome: null });
      const { state, disposition, values, changed, patch, message } = plan;
      expect(shown?.plan).toEqual({ state, disposition, values, changed, patch, message, targetId: 5 });
      expect((await worker().readStaged(id, 0, 1))[0]?.reserved).toEqual(plan.reserved);
    });

    it('a plan that is made again takes the place of the old one with its issues and keys', async () => {
      const id = await stage(web(), sheet(2));
      const old = planned(2, { issues: [issue('email_shared', 'email'), issue('leading_zeros', 'debtorId')] });
      await web().savePlans(await openShard(web(), id, 'check', 1, 3), 3, mapping, [old, planned(3)], {});
      await web().moveImport(id, ['checking'], 'review');
      const write = { importId: id, mapping, row: 2, edits: { 0: 'n' }, excluded: false, log: [], owners: [] };
      const plans = [planned(2, { keys: ['email:new'], issues: [issue('phone_unlikely', 'phone')] })];
      const { revision } = await importOf(web(), id);
      expect(await web().saveEdit({ ...write, revision: revision - 1, plans })).toBe(false);
      expect(await web().readKeys(id, 2)).toEqual(['email:2@example.com']);
      expect(await web().saveEdit({ ...write, revision, plans })).toBe(true);
      expect(await web().readKeys(id, 2)).toEqual(['email:new']);
      expect(await web().readKeyed(id, ['email:2@example.com', 'email:new'], 9)).toEqual([
        { key: 'email:new', row: 2, owner: false },
      ]);
      expect((await web().readRow(id, 2))?.issues.map((found) => found.code)).toEqual(['phone_unlikely']);
      expect(await web().readKeys(id, 3)).toEqual(['email:3@example.com']);
      expect(await web().saveEdit({ ...write, revision, plans })).toBe(false);
    });

    it('an edit outside review writes nothing', async () => {
      const id = await stage(web(), sheet(1));
      const { revision } = await importOf(web(), id);
      const write = { importId: id, mapping, revision, row: 2, edits: { 0: 'n' }, excluded: false, log: [] };
      expect(await web().saveEdit({ ...write, plans: [planned(2)], owners: [] })).toBe(false);
      expect(await web().readEdits(id)).toEqual([]);
    });

    it('tells which rows share keys and who owns them, at most so many a key', async () => {
      const id = await stage(web(), sheet(5));
      const plans = [
        planned(2, { keys: ['k:a', 'k:b'] }),
        planned(3, { keys: ['k:a'] }),
        planned(4, { keys: ['k:a'] }),
        planned(5, { keys: ['k:b', 'k:c'] }),
        planned(6, { keys: ['k:d'] }),
      ];
      await web().savePlans(await openShard(web(), id, 'check', 1, 6), 6, mapping, plans, {});
      await web().markRepeatedKeys(id);
      expect((await web().readRepeated(id, 0, 99)).map((row) => row.row)).toEqual([2, 3, 4, 5]);
      expect((await web().readRepeated(id, 2, 2)).map((row) => row.row)).toEqual([3, 4]);
      const shard = await openShard(web(), id, 'duplicates', 1, 6);
      const found = {
        owners: [
          { key: 'k:a', row: 2 },
          { key: 'k:b', row: 2 },
        ],
        firsts: [{ row: 2, field: 'email' }],
        laters: [{ row: 3, field: 'email' }],
      };
      expect(await web().saveDuplicates(shard, 3, found)).toBe(true);
      expect(await worker().saveDuplicates(shard, 3, { ...found, laters: [{ row: 6, field: null }] })).toBe(false);
      expect((await web().readRepeated(id, 4, 9))[0]?.keys).toEqual([
        { key: 'k:b', repeated: true, owner: 2 },
        { key: 'k:c', repeated: false, owner: null },
      ]);
      expect(await web().readKeyed(id, ['k:a'], 2)).toEqual([
        { key: 'k:a', row: 2, owner: true },
        { key: 'k:a', row: 3, owner: false },
      ]);
      const [first, later, untouched] = await web().readRows(id, {}, 0, 3);
      expect(first).toMatchObject({ plan: { state: 'warning' }, issues: [{ code: 'duplicate_first' }] });
      expect(later).toMatchObject({
        plan: { state: 'error', disposition: null },
        issues: [{ code: 'duplicate_in_file' }],
      });
      expect(untouched).toMatchObject({ plan: { state: 'ok' }, issues: [] });
    });

    it('counts, by field, what updates set, change and clear', async () => {
      const id = await stage(web(), sheet(3));
      const plans = [
        planned(2, { disposition: 'update', patch: { company: ['a', 'b'], email: [null, 'x'] } }),
        planned(3, { disposition: 'update', patch: { company: ['a', null], debtorId: [1, 2] } }),
        planned(4, { disposition: 'create', patch: { company: [null, 'b'] } }),
      ];
      await web().savePlans(await openShard(web(), id, 'check', 1, 4), 4, mapping, plans, {});
      const counts = await web().readFieldCounts(id);
      expect(counts.sort((one, other) => one.field.localeCompare(other.field))).toEqual([
        { field: 'company', set: 0, changed: 1, cleared: 1 },
        { field: 'debtorId', set: 0, changed: 1, cleared: 0 },
        { field: 'email', set: 1, changed: 0, cleared: 0 },
      ]);
    });
  });
