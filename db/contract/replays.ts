import { describe, expect, it } from 'vitest';
import { eraseCustomer } from '../../lib/erase/erase-customer';
import { runJob } from '../../lib/jobs/run-job';
import { expireImports } from '../../lib/retention/expire-imports';
import { writeRetention } from '../../lib/retention/retention';
import { send } from '../../lib/testing/send-request';
import { contextOf, jobOf } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const day = 86_400_000;

/** Requests that are sent again when what they did is not kept any more. */
export const replayContract = (open: OpenStore) =>
  describe('requests sent again', () => {
    const { web, worker } = withTwo(open, 'replays');
    const customer = (at: number) => ({ id: at, email: `r${at}@replay.example` });
    const byId = (ids: number[], key: string) => send(web(), 'byId', { customers: ids.map(customer) }, { key });
    const bySource = (sourceSystemId: string) =>
      send(web(), 'bySourceSystem', { inputs: [{ sourceSystem: 's', sourceSystemId, name: 'N' }] }, { key: 'b' });
    const later = (email: string) =>
      send(web(), 'scheduled', { customers: [{ name: 'G', email, country: 'NL' }] }, { key: 'c' });
    const state = async () => [(await web().countImports()).all, await web().countCustomers()];
    const gone = (importId: number | null) =>
      `This request was done on ${new Date().toISOString().slice(0, 10)} as import ${importId}. Its answer is not kept any more. Nothing was written now.`;

    it('are told so once a customer of them is erased, never half of the answer', async () => {
      const first = await byId([1, 2], 'erased');
      expect((await byId([1, 2], 'erased')).body).toEqual(first.body);
      await eraseCustomer(web(), 1);
      const before = await state();
      const again = await byId([1, 2], 'erased');
      expect(again).toMatchObject({ status: 410, importId: first.importId });
      expect(again.body).toMatchObject({ error: { code: 10023, messages: [gone(first.importId)] } });
      expect(await state()).toEqual(before);
    });

    it('are told so once retention has removed the rows, and nothing is written', async () => {
      const [a, b, c] = [await byId([5], 'a'), await bySource('1'), await later('c@replay.example')];
      await runJob(contextOf(worker()), jobOf('request', c.importId!, 1));
      await writeRetention(web(), { days: 1 });
      await expireImports(worker(), new AbortController().signal, Date.now() + 2 * day);
      const before = await state();
      const answers = async () => {
        expect(await byId([5], 'a')).toEqual({
          ...{ status: 410, importId: a.importId },
          body: {
            error: {
              ...{ code: 10023, messages: [gone(a.importId)], status: 410, type: 'GoneException' },
              moreInfo: '/docs/api',
            },
          },
        });
        expect(await bySource('1')).toEqual({
          ...{ status: 410, importId: b.importId },
          body: {
            ...{ error: gone(b.importId), path: '$', code: 'answer-removed' },
            errors: [{ path: '$', code: 'answer-removed', message: gone(b.importId) }],
          },
        });
        expect(await later('c@replay.example')).toEqual(c);
      };
      // From the moment at which nobody sees them any more, and when they are gone.
      await answers();
      for (const { importId } of [a, b, c]) await runJob(contextOf(worker()), jobOf('expire', importId!, 1));
      await answers();
      expect((await byId([6], 'a')).status).toBe(422);
      expect(await state()).toEqual(before);
    });
  });
