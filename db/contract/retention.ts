import { describe, expect, it } from 'vitest';
import { importView, intakeView } from '../../lib/contracts/import-api';
import { noTotals } from '../../lib/contracts/totals';
import { viewImport, viewIntake } from '../../lib/contracts/view-import';
import { runJob } from '../../lib/jobs/run-job';
import { expireImports } from '../../lib/retention/expire-imports';
import { readRetention, writeRetention } from '../../lib/retention/retention';
import { editRow } from '../../lib/review/edit-row';
import { commit, contextOf, importOf, newImport, outcomesOf, review, rowsOf, stage } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const day = 86_400_000;
const fields = ['email', 'firstName'];
const signal = new AbortController().signal;

export const retentionContract = (open: OpenStore) =>
  describe('retention', () => {
    const { web, worker } = withTwo(open, 'retention');
    const sheet = (name: string) => ({
      fields,
      rows: [
        [`${name}@example.com`, 'Ann'],
        ['no address', 'Bob'],
      ],
    });
    const inDays = (days: number) => Date.now() + days * day;

    it('is 90 days unless an administrator chose otherwise', async () => {
      expect(await readRetention(web())).toEqual({ days: 90 });
      await writeRetention(web(), { days: null });
      expect(await readRetention(worker())).toEqual({ days: null });
      await writeRetention(web(), { days: 3 });
      expect(await readRetention(worker())).toEqual({ days: 3 });
    });

    it('ends the time of imports that ended before it, and of no others', async () => {
      await writeRetention(web(), { days: 3 });
      const committed = await commit(web(), sheet('committed'));
      const cancelled = await web().createImport(newImport());
      await web().moveImport(cancelled, ['reading'], 'cancelled', { changes: { finishedAt: Date.now() } });
      const reading = await web().createImport(newImport());
      const checking = await stage(web(), sheet('checking'));
      expect(await expireImports(worker(), signal, inDays(2))).toBe(0);
      expect(await expireImports(worker(), signal, inDays(4))).toBe(2);
      expect(await expireImports(worker(), signal, inDays(4))).toBe(0);
      for (const id of [committed, cancelled]) expect((await importOf(web(), id)).rowsRemovedAt).toBeTruthy();
      for (const id of [reading, checking]) expect((await importOf(web(), id)).rowsRemovedAt).toBeNull();
    });

    it('never does with no time set', async () => {
      await writeRetention(web(), { days: null });
      await commit(web(), sheet('ever'));
      expect(await expireImports(worker(), signal, inDays(100_000))).toBe(0);
    });

    it('cancels what waits for a person and nobody touched, and removes its rows when the time is over once more', async () => {
      await writeRetention(web(), { days: 3 });
      const [untouched, touched] = [await review(web(), sheet('untouched')), await review(web(), sheet('touched'))];
      const now = Date.now();
      await editRow(web(), touched, 2, { values: { firstName: 'Eve' } });
      // As old as that, but for the edit, which is of now.
      await expireImports(worker(), signal, now + 3 * day + 1);
      expect(await importOf(web(), untouched)).toMatchObject({
        state: 'cancelled',
        rowsRemovedAt: null,
        error: 'Nobody went on with this import for 3 days, so it was cancelled. Nothing was written.',
      });
      expect((await importOf(web(), touched)).state).toBe('review');
      expect(await rowsOf(web(), untouched)).toHaveLength(2);
    });

    it('whoever maps an import again, or has its file read anew, has gone on with it', async () => {
      await writeRetention(web(), { days: 3 });
      const [mapped, silent] = [await review(web(), sheet('mapped')), await review(web(), sheet('silent'))];
      const actor = { actorKind: 'person', actorId: 'ada', actorName: 'Ada' } as const;
      const entry = { ...actor, action: 'import_mapped', objectKind: 'import', details: {}, address: null } as const;
      const at = Date.now();
      await web().writeAudit({ ...entry, objectId: String(mapped) });
      await expireImports(worker(), signal, at + 3 * day);
      expect((await importOf(web(), silent)).state).toBe('cancelled');
      expect((await importOf(web(), mapped)).state).toBe('review');
    });

    it('several at once end each import once, with one job', async () => {
      await writeRetention(web(), { days: 1 });
      await claimAll();
      const ids = [await commit(web(), sheet('one')), await commit(web(), sheet('two'))];
      await claimAll();
      const ended = await Promise.all([
        expireImports(web(), signal, inDays(2)),
        expireImports(worker(), signal, inDays(2)),
      ]);
      expect(ended[0]! + ended[1]!).toBeGreaterThanOrEqual(2);
      const jobs = (await claimAll()).filter(({ kind, importId }) => kind === 'expire' && ids.includes(importId));
      expect(jobs.map(({ importId }) => importId).sort()).toEqual(ids.sort());
    });

    it('keeps totals, outcomes, customers and ledger; rows, edits, headers, samples and what was found at the top go', async () => {
      await writeRetention(web(), { days: 1 });
      const id = await review(web(), sheet('kept'));
      await editRow(web(), id, 3, { values: { firstName: 'Typed' } });
      const again = await commit(web(), sheet('kept-too'));
      await web().changeImport(again, ['committed'], {
        profiles: [{ ...noProfile, samples: ['kept-too@example.com'] }],
        facts: {
          ...(await importOf(web(), again)).facts!,
          preview: [{ row: 2, cells: ['kept-too@example.com'] }],
          kept: [{ layout: 'text', width: 2, columns: [{ index: 1, header: 'Ann Kept' }] }],
        },
      });
      const before = [await web().readTotals(again), await web().readOperation(again)];
      const customers = await web().countCustomers();
      await claimAll();
      await expireImports(worker(), signal, inDays(2));
      const job = (await claimAll()).find((each) => each.importId === again)!;
      // As often as it has to be begun.
      for (let times = 0; times < 2; times++) expect(await runJob(contextOf(worker()), job)).toBe('done');
      expect([await web().readTotals(again), await web().readOperation(again)]).toEqual(before);
      expect(before[0]).not.toEqual(noTotals(2));
      expect(await web().countCustomers()).toBe(customers);
      expect(await rowsOf(web(), again)).toEqual([]);
      expect(await outcomesOf(web(), again)).toEqual({});
      expect(await web().readEdits(again)).toEqual([]);
      const record = await importOf(web(), again);
      expect([record.profiles, record.facts!.preview, record.facts!.headers]).toEqual([[], [], []]);
      expect(record.facts!.headerRow).toEqual({ value: 1, evidence: '' });
      expect(record.facts!.kept).toEqual([{ layout: 'text', width: 2, columns: [{ index: 1, header: '' }] }]);
      importView.parse(await viewImport(web(), again));
      intakeView.parse(await viewIntake(web(), again));
      const { customers: found } = {
        customers: await web().listCustomers({ sort: 'name', descending: false, limit: 500 }),
      };
      const customer = found.find(({ values }) => values.email === 'kept-too@example.com')!;
      expect(await web().readChanges(customer.id, 10)).toMatchObject([{ importId: again, row: 2, created: true }]);
    });

    it('an import whose time ended is not read anew', async () => {
      await writeRetention(web(), { days: 1 });
      const id = await web().createImport(newImport());
      await web().moveImport(id, ['reading'], 'failed', { changes: { error: 'broken', finishedAt: Date.now() } });
      expect(await web().expireImport(id, inDays(-1), noTotals(0))).toBe(false);
      expect(await web().expireImport(id, inDays(1), noTotals(0))).toBe(true);
      expect(await web().moveImport(id, ['failed'], 'reading', { restart: true })).toBe(false);
    });

    /** All jobs that wait, taken out of line. */
    async function claimAll() {
      const jobs = [];
      for (let job = await worker().claimJob('w'); job; job = await worker().claimJob('w')) {
        jobs.push(job);
        await worker().finishJob(job, 'w');
      }
      return jobs;
    }
  });

const noProfile = {
  index: 0,
  header: 'email',
  samples: [],
  filled: 1,
  blank: 0,
  wholeNumbers: 0,
  emails: 1,
  phones: 0,
  dates: { dmy: 0, mdy: 0, ymd: 0, ambiguous: 0 },
};
