import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { runCommit } from '../../lib/commit/run-commit';
import { viewChanges } from '../../lib/contracts/view-customer';
import type { Store } from '../../lib/store';
import { allCustomers } from '../../lib/testing/customers';
import { send } from '../../lib/testing/send-request';
import { outcomesOf, review, submitNow } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

/** Whether two meet is a matter of microseconds, so they are sent often. */
const rounds = 25;

export const raceContract = (open: OpenStore) =>
  describe('the same new customer in two at the same moment', () => {
    const { web, worker } = withTwo(open, 'races');
    const outcomeOf = ({ body }: Awaited<ReturnType<typeof send>>) => (body.data as { action: string }[])[0]!.action;

    it('by two requests: one creates it, the other updates it, and nothing of either is lost', async () => {
      for (let id = 1; id <= rounds; id += 1) {
        const address = (type: string) => [{ type, city: 'Ede' }];
        const answers = await Promise.all([
          send(web(), 'byId', { customers: [{ id, firstName: 'Ada', addresses: address('invoice') }] }),
          send(worker(), 'byId', { customers: [{ id, lastName: 'Lovelace', addresses: address('delivery') }] }),
        ]);
        expect(answers.map(outcomeOf).sort()).toEqual(['create', 'update']);
        const customer = await web().readCustomer(id);
        expect(customer).toMatchObject({ version: 2, values: { firstName: 'Ada', lastName: 'Lovelace' } });
        expect(customer!.addresses).toHaveLength(2);
        const changes = await viewChanges(web(), id);
        expect(changes.map(({ created }) => created)).toEqual([false, true]);
      }
    });

    it('by twenty requests with many customers each: all of them are done', async () => {
      const ids = Array.from({ length: 300 }, (_, at) => 8001 + at);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          send(web(), 'byId', { customers: ids.map((id) => ({ id, firstName: `Ada ${at}` })) }),
        ),
      );
      for (const { body } of answers) expect(body).toMatchObject({ messages: ['Completed'], total: ids.length });
      const names = new Set(answers.map((_, at) => `Ada ${at}`));
      expect(names).toContain((await web().readCustomer(8001))!.values.firstName);
    });

    it('a large request that somebody else takes over is answered when all of it is done', async () => {
      const customers = Array.from({ length: 2500 }, (_, at) => ({ id: 5001 + at, firstName: 'Ada' }));
      const late: Store = { ...web(), takeShard: async () => null };
      let answered = false;
      const sending = send(late, 'byId', { customers }).finally(() => {
        answered = true;
      });
      const importId = await vi.waitUntil(async () => (await worker().listImports({ state: 'open', limit: 1 }))[0]?.id);
      await sleep(300);
      expect(answered).toBe(false);
      const operation = (await worker().readOperation(importId))!;
      await runCommit(worker(), operation, { importId, generation: 1, fromRow: 1 }, { lease: 'somebody else' });
      expect((await sending).body).toMatchObject({ messages: ['Completed'], total: 2500 });
    });

    it('by a file and a request by id: the row creates it, or is a conflict', async () => {
      for (let id = 1001; id <= 1000 + rounds; id += 1) {
        const file = await review(web(), {
          fields: ['id', 'firstName'],
          rows: [[String(id), 'File']],
          mapping: { matchKey: 'id' },
        });
        const [, answer] = await Promise.all([
          submitNow(web(), file),
          send(worker(), 'byId', { customers: [{ id, firstName: 'Request' }] }),
        ]);
        const { firstName } = (await web().readCustomer(id))!.values;
        // Whoever was first created it, and the request has the last word either way.
        expect([await outcomesOf(web(), file), outcomeOf(answer), firstName]).toEqual(
          outcomeOf(answer) === 'update'
            ? [{ 2: 'created' }, 'update', 'Request']
            : [{ 2: 'conflict taken' }, 'create', 'Request'],
        );
      }
    });

    it('by a file and a request by source: the row creates it, finds it changed or is a conflict, and never fails', async () => {
      const before = (await allCustomers(web())).length;
      for (let at = 1; at <= rounds; at += 1) {
        const file = await review(web(), {
          fields: ['sourceSystem', 'sourceSystemId', 'lastName'],
          rows: [['erp', `R-${at}`, 'File']],
          mapping: { matchKey: 'source' },
        });
        const [, answer] = await Promise.all([
          submitNow(web(), file),
          send(worker(), 'bySourceId', { customers: [{ source: 'erp', sourceId: `R-${at}`, lastName: 'Request' }] }),
        ]);
        expect(await outcomesOf(web(), file)).toEqual({
          2: outcomeOf(answer) === 'update' ? 'created' : 'conflict taken',
        });
      }
      expect(await allCustomers(web())).toHaveLength(before + rounds);
    });
  });
