import { describe, expect, it } from 'vitest';
import { eraseCustomer } from '../../lib/erase/erase-customer';
import { identityOf, keysOfIdentity, soughtOf } from '../../lib/erase/identity';
import { runJob } from '../../lib/jobs/run-job';
import { editRow } from '../../lib/review/edit-row';
import { customerByEmail } from '../../lib/testing/customers';
import { commit, contextOf, importOf, jobOf, newImport, review, rowsOf, submitNow } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const fields = ['email', 'debtorId', 'firstName'];

export const erasureContract = (open: OpenStore) =>
  describe('erasures', () => {
    const { web, worker } = withTwo(open, 'erasures');
    const identify = async (email: string) => {
      const customer = await customerByEmail(web(), email);
      const identity = identityOf(customer, [customer.values, ...(await web().readPast(customer.id))]);
      return { customer, identity: soughtOf(identity, web().vault) };
    };

    it('removes the customer with its addresses and its ledger at once, and puts one job in line', async () => {
      const rows = [['a@example.com', '', 'Ann', 'Gent']];
      const first = await commit(web(), { fields: [...fields, 'billing.city'], rows });
      await commit(web(), { fields, rows: [['a@example.com', '4711', 'Eve']] });
      const { customer, identity } = await identify('a@example.com');
      expect(identity).toMatchObject({ id: customer.id, emails: ['a@example.com'], debtorIds: [4711], sources: [] });
      expect(await web().startErasure(customer, identity)).toBe(true);
      expect(await worker().readCustomer(customer.id)).toBeNull();
      expect(await worker().readChanges(customer.id, 10)).toEqual([]);
      expect((await rowsOf(web(), first)).map(({ outcome }) => outcome)).toEqual([
        { outcome: 'created', customerId: null, reason: 'erased' },
      ]);
      expect(await worker().findErasure(customer.id)).toMatchObject({ finishedAt: null });
      expect(await worker().openErasures()).toMatchObject([{ identity, nextImport: 1 }]);
      const jobs = [];
      for (let job = await worker().claimJob('w'); job; job = await worker().claimJob('w')) {
        jobs.push(job.kind);
        await worker().finishJob(job, 'w');
      }
      expect(jobs.filter((kind) => kind === 'erase')).toEqual(['erase']);
      await worker().forgetIdentity((await worker().openErasures())[0]!.id);
      expect((await web().findErasure(customer.id))?.finishedAt).toBeNull();
      await worker().finishErasures();
      expect(await web().openErasures()).toEqual([]);
      expect((await web().findErasure(customer.id))?.finishedAt).toBeGreaterThan(0);
    });

    it('does nothing to a customer that somebody changed meanwhile', async () => {
      await commit(web(), { fields, rows: [['b@example.com', '', 'Ann']] });
      const { customer, identity } = await identify('b@example.com');
      await commit(web(), { fields, rows: [['b@example.com', '', 'Eve']] });
      expect(await web().startErasure(customer, identity)).toBe(false);
      expect(await web().readCustomer(customer.id)).not.toBeNull();
      expect(await web().findErasure(customer.id)).toBeNull();
    });

    it('knows a customer by all it ever was', async () => {
      await commit(web(), { fields, rows: [['old@example.com', '500', 'Ann']] });
      const mapping = { matchKey: 'debtorId' as const };
      await commit(web(), { fields, rows: [['new@example.com', '500', 'Ann']], mapping });
      const { customer, identity } = await identify('new@example.com');
      expect(keysOfIdentity(identity).sort()).toEqual([
        ...['debtorId:500', 'email:new@example.com', 'email:old@example.com', `id:${customer.id}`],
      ]);
    });

    it('finds rows by plan, key and outcome, and those that name the customer anywhere', async () => {
      await commit(web(), { fields, rows: [['c@example.com', '600', 'Ann']] });
      const rows = [
        ['c@example.com', '', 'Eve'],
        ['d@example.com', '', 'see C@Example.com'],
        ['e@example.com', '00600', ''],
        ['f@example.com', '', 'Fay'],
      ];
      const id = await review(web(), { fields, rows });
      const { customer, identity } = await identify('c@example.com');
      expect(await web().findOwnRows(id, customer.id, keysOfIdentity(identity))).toEqual([2]);
      expect((await web().findMentions(id, identity, 0, 100)).map(({ row }) => row)).toEqual([2, 3, 4]);
      expect((await web().findMentions(id, identity, 2, 3)).map(({ row }) => row)).toEqual([3]);
      expect(await web().lastRow(id)).toBe(5);
    });

    it('finds a number and an email that a file has in clear, wherever they stand and whatever is around them', async () => {
      const its = 'clear@example.com';
      await commit(web(), { fields: ['email', 'ssn'], rows: [[its, '703-04-0001']] });
      const about = [
        '703-04-0001',
        '703040001',
        'No. 703 04 0001.',
        '７０３-04-0001',
        `Mail ${its}.`,
        `x@y.example|${its}`,
      ];
      const more = [`${its}!`, `mailto:${its}?subject=x`, `<${its}>/y`, `"${its.toUpperCase()}"`, `${its}...`];
      const others = ['1703040001', '703-04-00012', 'a703040001', `not.${its}`, `${its}.org`, `x-${its}`, `${its}n`];
      const rows = [...about, ...more, ...others].map((text, at) => [`row${at}@example.com`, text]);
      const id = await review(web(), { fields: ['email', null], rows });
      const { customer } = await identify(its);
      await eraseCustomer(web(), customer.id);
      expect(await runJob(contextOf(worker()), jobOf('erase', 0, 0))).toBe('done');
      const left = (await rowsOf(web(), id)).flatMap(({ cells }) => (cells.length > 0 ? [cells[1]] : []));
      expect(left).toEqual(others);
    });

    it('renames the file of an import only as it was read, and what was said of it', async () => {
      const id = await web().createImport(newImport({ fileName: 'ann.csv' }));
      const reading = await importOf(web(), id);
      const changes = { error: 'ann.csv is empty. Choose another file than ann.csv.' };
      await web().moveImport(id, ['reading'], 'failed', { changes });
      expect(await web().renameFile(reading, 'erased.csv')).toBe(false);
      expect(await web().renameFile(await importOf(web(), id), 'erased.csv')).toBe(true);
      expect(await importOf(worker(), id)).toMatchObject({
        fileName: 'erased.csv',
        error: 'erased.csv is empty. Choose another file than erased.csv.',
      });
      const open = await review(web(), { fields, rows: [['r@example.com', '', 'Ann']] });
      expect(await web().renameFile(await importOf(web(), open), 'erased.csv')).toBe(true);
      expect((await importOf(worker(), open)).error).toBeNull();
      expect((await worker().listImports({ q: 'ann', limit: 10 })).length).toBe(0);
    });

    it('finds entries of the log of edits in which the customer stands, a part at a time, and takes the texts out of them', async () => {
      await commit(web(), { fields, rows: [['zoë@example.com', '87001', 'Zoë']] });
      const { identity } = await identify('zoë@example.com');
      const rows = [
        ['k@example.com', '', 'Ann'],
        ['l@example.com', '', 'Eve'],
      ];
      const id = await review(web(), { fields, rows });
      const type = (row: number, values: Record<string, string>) => editRow(web(), id, row, { values });
      await type(2, { firstName: 'Bob' });
      await type(2, { email: 'ZOË@Example.com' });
      await type(2, { email: 'm@example.com' });
      await type(3, { debtorId: '0087-001' });
      await type(3, { firstName: '100% Z_\\' });
      await editRow(web(), id, 3, { excluded: true });
      const log = await web().readTyped(id, [2, 3]);
      expect(log.map(({ row, column, old, now }) => [row, column, old, now])).toEqual([
        [2, 2, 'Ann', 'Bob'],
        [2, 0, 'k@example.com', 'ZOË@Example.com'],
        [2, 0, 'ZOË@Example.com', 'm@example.com'],
        [3, 1, '', '0087-001'],
        [3, 2, 'Eve', '100% Z_\\'],
        [3, null, 'false', 'true'],
      ]);
      expect(await web().readTyped(id, [3])).toEqual(log.slice(3));
      const found: number[][] = [];
      for (let after = 0; ; after = found.at(-1)!.at(-1)!) {
        const next = await worker().findTyped(id, identity, after, 4);
        if (next.length === 0) break;
        found.push(next.map((entry) => entry.id));
      }
      const ids = log.map((entry) => entry.id);
      // The last of the second part is there only to go on from.
      expect(found).toEqual([ids.slice(1, 4), ids.slice(5)]);
      const others = await review(web(), { fields, rows });
      expect(await web().findTyped(others, identity, 0, 4)).toEqual([]);
      await web().eraseTyped(others, [2, 3]);
      expect(await web().readTyped(id, [2, 3])).toEqual(log);
      await web().eraseTyped(id, [2]);
      const emptied = log.map((entry) => (entry.row === 2 ? { ...entry, old: null, now: null } : entry));
      expect(await worker().readTyped(id, [2, 3])).toEqual(emptied);
    });

    it('what was typed in a row that was about the customer for a while is in the log no more; what the row says now stays', async () => {
      await commit(web(), { fields, rows: [['victim@example.com', '55001', 'Vic']] });
      const { customer } = await identify('victim@example.com');
      const rows = [
        ['other@example.com', '', 'Ann'],
        ['another@example.com', '', 'Eve'],
      ];
      const id = await review(web(), { fields, rows });
      const type = (row: number, values: Record<string, string>) => editRow(web(), id, row, { values });
      await type(2, { firstName: 'Annie' });
      await type(2, { email: 'Victim@example.com' });
      await type(2, { firstName: 'Victoria' });
      await type(2, { email: 'changed@example.com' });
      await type(2, { firstName: 'Bob' });
      await type(3, { firstName: 'Evelyn' });
      await submitNow(web(), id);
      expect(await eraseCustomer(web(), customer.id)).toBe(true);
      expect(await runJob(contextOf(worker()), jobOf('erase', 0, 0))).toBe('done');
      expect((await web().readTyped(id, [2, 3])).map(({ old, now }) => [old, now])).toEqual([
        ...Array.from({ length: 5 }, () => [null, null]),
        ['Eve', 'Evelyn'],
      ]);
      expect(await importOf(web(), id)).toMatchObject({ fileRemovedAt: null });
      expect((await rowsOf(web(), id))[0]).toMatchObject({ cells: rows[0], edits: { 0: 'changed@example.com' } });
    });

    it('replaces what was found in a file only of the import as it was read, and its file is not kept then', async () => {
      const id = await review(web(), { fields, rows: [['n@example.com', '', 'Ann']] });
      const seen = await importOf(web(), id);
      const facts = { ...seen.facts!, headers: ['', '', ''] };
      const found = { facts, profiles: [] };
      expect(await web().replaceFound({ ...seen, revision: seen.revision - 1 }, found)).toBe(false);
      expect(await web().replaceFound({ ...seen, state: 'mapping' }, found)).toBe(false);
      expect(await importOf(web(), id)).toEqual(seen);
      expect(await web().replaceFound(seen, found)).toBe(true);
      const { fileRemovedAt, ...now } = await importOf(worker(), id);
      expect(now).toMatchObject({ ...found, revision: seen.revision + 1 });
      expect(fileRemovedAt).toBeGreaterThan(0);
    });

    it('forgets what was typed in rows that a reading which failed left away', async () => {
      const rows = [
        ['o@example.com', '', 'Ann'],
        ['p@example.com', '', 'Eve'],
      ];
      const id = await review(web(), { fields, rows });
      await editRow(web(), id, 2, { values: { firstName: 'Typed' } });
      await web().eraseLost(id);
      expect(await web().readEdits(id)).toHaveLength(1);
      await web().moveImport(id, ['review'], 'reading', { restart: true });
      while (!(await web().cleanStaging(id, 'all'))) await worker().readImport(id);
      await web().moveImport(id, ['reading'], 'failed');
      await web().eraseLost(id);
      expect(await web().readEdits(id)).toEqual([]);
      expect((await web().readTyped(id, [2])).map(({ old, now }) => [old, now])).toEqual([[null, null]]);
    });

    it('empties rows only of the import as it was read', async () => {
      const id = await review(web(), {
        fields,
        rows: [
          ['g@example.com', '', 'Ann'],
          ['h@example.com', '', 'Eve'],
        ],
      });
      const seen = await importOf(web(), id);
      expect(await web().eraseRows({ ...seen, revision: seen.revision - 1 }, [2])).toBe(false);
      expect(await web().eraseRows({ ...seen, state: 'mapping' }, [2])).toBe(false);
      expect((await rowsOf(web(), id))[0]!.cells).toEqual(['g@example.com', '', 'Ann']);
      expect(await web().eraseRows(seen, [2])).toBe(true);
      const [one, two] = await rowsOf(worker(), id);
      expect(one).toMatchObject({ cells: [], edits: {}, excluded: true, issues: [], reserved: null });
      expect(one!.plan).toMatchObject({ state: 'excluded', disposition: null, values: {}, patch: {}, targetId: null });
      expect(two).toMatchObject({ cells: ['h@example.com', '', 'Eve'], excluded: false });
      expect(await web().readKeyed(id, ['email:g@example.com'], 10)).toEqual([]);
      expect((await web().readTotals(id)).states).toMatchObject({ ok: 1, excluded: 1 });
    });
  });
