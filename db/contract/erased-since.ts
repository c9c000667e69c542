import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { submit } from '../../lib/commit/submit';
import { eraseCustomer } from '../../lib/erase/erase-customer';
import { runJob } from '../../lib/jobs/run-job';
import { customerByEmail } from '../../lib/testing/customers';
import { send } from '../../lib/testing/send-request';
import { checkAll, commit, contextOf, importOf, jobOf, outcomesOf, rowsOf, stage } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const fields = ['email', 'debtorId', 'firstName'];

export const erasedSinceContract = (open: OpenStore) =>
  describe('imports that began before an erasure', () => {
    const { web, worker } = withTwo(open, 'erased-since');

    it('nobody comes back by what was accepted before the erasure and is planned after it', async () => {
      await commit(web(), { fields, rows: [['back@example.com', '7001', 'Ann']] });
      const { id } = await customerByEmail(web(), 'back@example.com');
      const later = (name: string, email: string) => ({ name, email, country: 'NL' });
      const customers = [later('Ann', 'BACK@example.com'), later('Bo', 'other@example.com')];
      const queued = await send(web(), 'scheduled', { customers });
      const rows = [
        ['back@example.com', '', 'Ann'],
        ['new@example.com', '7001', 'Eve'],
        ['stays@example.com', '', 'Fay'],
      ];
      const read = await Promise.all([1, 2].map(() => stage(web(), { fields, rows })));
      expect(await eraseCustomer(web(), id)).toBe(true);
      // Before a worker has come to look for traces.
      await runJob(contextOf(worker()), jobOf('request', queued.importId!, 1));
      expect(await outcomesOf(web(), queued.importId!)).toEqual({ 1: 'skipped erased', 2: 'created' });
      for (const [at, importId] of read.entries()) {
        await checkAll(web(), importId);
        expect((await rowsOf(web(), importId)).map(({ plan }) => plan.disposition)).toContain('create');
        const { revision } = await importOf(web(), importId);
        await submit(web(), importId, revision, randomUUID(), { atomic: at === 1 });
        expect(Object.values(await outcomesOf(web(), importId)).slice(0, 2)).toEqual([
          'skipped erased',
          'skipped erased',
        ]);
      }
      await runJob(contextOf(worker()), jobOf('erase', 0, 0));
      expect((await web().findErasure(id))?.finishedAt).toBeGreaterThan(0);
      const left = await web().listCustomers({ q: 'back@example.com', sort: 'name', descending: false, limit: 9 });
      expect(left).toEqual([]);
      expect(await customerByEmail(web(), 'stays@example.com')).toMatchObject({ values: { firstName: 'Fay' } });
      // What is sent after it is a new order.
      await send(web(), 'byId', { customers: [{ id: 7002, email: 'back@example.com' }] });
      expect(await web().readCustomer(7002)).not.toBeNull();
    });
  });
