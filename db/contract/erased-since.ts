import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { submit } from '../../lib/commit/submit';
import { eraseCustomer } from '../../lib/erase/erase-customer';
import type { Identity } from '../../lib/erase/identity';
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

    it('nobody comes back by a request that came before the erasure and is at work after it', async () => {
      const email = 'gone@example.com';
      await commit(web(), { fields, rows: [[email, '7101', 'Ann']] });
      const { id } = await customerByEmail(web(), email);
      const erased: Identity[] = [];
      expect(await eraseCustomer(web(), id, (identity) => erased.push(identity))).toBe(true);
      await runJob(contextOf(worker()), jobOf('erase', 0, 0));
      const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: 70_000 + at, company: 'c' }));
      for (const count of [3, 2100]) {
        const customers = [{ id: 7101, email }, { id, firstName: 'Ann' }, ...many(count)];
        const planned = await send(web(), 'byId', { customers }, { erased, plan: true });
        const sent = await send(web(), 'byId', { customers }, { erased });
        for (const { body } of [planned, sent]) {
          const [first, second, third] = body.data as { success: boolean; message?: string }[];
          expect([first, second].map((each) => [each!.success, each!.message])).toEqual(
            Array(2).fill([false, 'This customer was erased. Nothing is kept of it.']),
          );
          expect(third!.success).toBe(true);
        }
        const [row] = await web().readStaged(sent.importId!, 0, 1);
        expect(row!.cells).toEqual([]);
      }
      const inputs = [{ emailAddress: email }, { emailAddress: 'kept@example.com' }];
      const refused = await send(web(), 'bySourceSystem', { inputs }, { erased });
      expect(refused).toMatchObject({ status: 409, body: { errors: [{ path: '$.inputs[0]' }] } });
      const later = (name: string) => ({ name: 'Ann', email: name, country: 'NL' });
      const queued = await send(web(), 'scheduled', { customers: [later(email), later('c@example.com')] }, { erased });
      await runJob(contextOf(worker()), jobOf('request', queued.importId!, 1));
      expect(await outcomesOf(web(), queued.importId!)).toEqual({ 1: 'failed issues', 2: 'created' });
      for (const other of [id, 7101]) expect(await web().readCustomer(other)).toBeNull();
      for (const q of [email, 'kept@example.com'])
        expect(await web().listCustomers({ q, sort: 'name', descending: false, limit: 9 })).toEqual([]);
    });
  });
