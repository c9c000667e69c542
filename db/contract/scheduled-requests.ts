import { describe, expect, it } from 'vitest';
import { runJob } from '../../lib/jobs/run-job';
import { customerByEmail } from '../../lib/testing/customers';
import { send } from '../../lib/testing/send-request';
import { contextOf, jobOf, outcomesOf, rowsOf, submitNow } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

export const scheduledRequestContract = (open: OpenStore) =>
  describe('scheduled bulk requests', () => {
    const { web, worker } = withTwo(open, 'scheduled-requests');

    it('scheduled ones are done in the order in which they came, and say so', async () => {
      const customer = (email: string) => ({ name: 'Ann', email, country: 'nl' });
      const queue = (emails: string[], key?: string) =>
        send(web(), 'scheduled', { customers: emails.map(customer) }, { key, caller: 'scheduler' });
      const first = await queue(['one@later.example', 'two@later.example', 'two@later.example'], 'c1');
      const second = await queue(['one@later.example', 'three@later.example']);
      expect([first, await queue(['one@later.example', 'two@later.example', 'two@later.example'], 'c1')]).toMatchObject(
        [
          { status: 200, body: { status: 200 } },
          { status: 200, importId: first.importId },
        ],
      );
      expect((await web().countQueued(['scheduler', 'nobody'])).get('scheduler')).toBe(2);
      expect(await web().countUnread('nobody')).toBe(0);
      // The second worker to come does the first request as well.
      await Promise.all(
        [second, first].map(({ importId }, at) =>
          runJob(contextOf(at ? web() : worker()), jobOf('request', importId!, 1)),
        ),
      );
      expect(await outcomesOf(web(), first.importId!)).toEqual({ 1: 'created', 2: 'created', 3: 'failed issues' });
      expect(await outcomesOf(web(), second.importId!)).toEqual({ 1: 'failed issues', 2: 'created' });
      const failed = (await rowsOf(web(), second.importId!))[0]!;
      expect(failed.issues.map(({ code }) => code)).toEqual(['already_exists']);
      expect(failed.issues[0]!.message).toContain('10142 CustomerAlreadyExists');
      // Submitting what is done gives the first operation, as of every other import.
      expect((await submitNow(web(), second.importId!)).status).toBe('committed');
      expect((await web().countQueued(['scheduler', 'nobody'])).get('scheduler')).toBeUndefined();
      const told = await web().listNotifications({ person: 'nobody', limit: 9 });
      expect(told.map(({ importId }) => importId).sort()).toEqual([first.importId, second.importId].sort());
      const one = await customerByEmail(web(), 'one@later.example');
      expect(one.values).toMatchObject({ firstName: 'Ann', country: 'NL', locale: 'en' });
    });

    it('who lacks a name, an email or a country fails alone', async () => {
      const ann = { name: 'Ann', email: 'whole@later.example', country: 'nl' };
      const blanks = [{ name: ' ' }, { email: '' }, { country: '\u200b' }, { email: 'none' }];
      const customers = [ann, ...blanks.map((blank, at) => ({ ...ann, email: `${at}@later.example`, ...blank }))];
      const { importId } = await send(web(), 'scheduled', { customers }, { caller: 'blank' });
      await runJob(contextOf(web()), jobOf('request', importId!, 1));
      expect(Object.values(await outcomesOf(web(), importId!)).map((text) => text.split(' ')[0])).toEqual([
        'created',
        ...Array(4).fill('failed'),
      ]);
      const codes = (await rowsOf(web(), importId!)).map(({ issues }) => issues.map(({ code }) => code).at(-1));
      expect(codes).toEqual([undefined, 'value_missing', 'value_missing', 'value_missing', 'invalid_email']);
    });

    it('many at the same time share transactions, and one that is known does not harm the others', async () => {
      const queue = (at: number) =>
        send(
          at % 2 ? web() : worker(),
          'scheduled',
          { customers: [{ name: 'G', email: `g${at}@group.example`, country: 'NL' }] },
          { key: `g${at % 40}`, caller: 'group' },
        );
      const answers = await Promise.all(Array.from({ length: 41 }, (_, at) => queue(at)));
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(40);
      expect(answers.filter(({ status }) => status === 422)).toHaveLength(1);
      const ids = answers.flatMap(({ importId }) => importId ?? []);
      expect(new Set(ids).size).toBe(40);
      for (const id of ids) expect(await rowsOf(web(), id)).toHaveLength(1);
      await runJob(contextOf(web()), jobOf('request', Math.max(...ids), 1));
      expect((await web().countQueued(['group', 'nobody'])).get('group')).toBeUndefined();
    });
  });
