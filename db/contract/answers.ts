import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { KeyedCall } from '../../lib/answers';
import { eraseCustomer } from '../../lib/erase/erase-customer';
import { runJob } from '../../lib/jobs/run-job';
import { send } from '../../lib/testing/send-request';
import { contextOf, jobOf } from '../../lib/testing/sheet';
import { testVault } from '../../lib/testing/test-store';
import { type OpenStore, withTwo } from './with-two';

const minute = 60_000;

export const answerContract = (open: OpenStore) =>
  describe('answers of calls with an Idempotency-Key', () => {
    const { web, worker } = withTwo(open, 'answers');
    let made = 0;
    const fresh = (more: Partial<KeyedCall> = {}): KeyedCall => {
      made += 1;
      return { callerId: 'caller', key: testVault.seal(`key ${made}`), hash: testVault.seal('hash'), ...more };
    };

    it('of those who come at the same time one does it, the others are told that it is at work', async () => {
      const call = fresh();
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, at) => (at % 2 ? web() : worker()).claimKey(call, randomUUID(), minute)),
      );
      expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(1);
      expect(claims.filter((claim) => claim === 'running')).toHaveLength(19);
    });

    it('the answer is given again to the same call, and to nobody with another', async () => {
      const call = fresh();
      const owner = randomUUID();
      await web().claimKey(call, owner, minute);
      await web().keepAnswer(call, owner, 'done');
      expect(await worker().claimKey(call, randomUUID(), 0)).toEqual({ answer: 'done' });
      expect(await web().claimKey({ ...call, hash: testVault.seal('other') }, randomUUID(), 0)).toBe('other');
      expect(await web().claimKey({ ...call, callerId: 'another' }, randomUUID(), minute)).toBe('claimed');
    });

    it('what was refused may be tried again, and what a killed process left after its time', async () => {
      const [refused, killed] = [fresh(), fresh()];
      const owners = [randomUUID(), randomUUID(), randomUUID()] as const;
      await web().claimKey(refused, owners[0], minute);
      await web().giveUpKey(refused, owners[0]);
      expect(await web().claimKey(refused, owners[1], minute)).toBe('claimed');
      await web().claimKey(killed, owners[0], minute);
      await sleep(5);
      expect(await web().claimKey({ ...killed, hash: testVault.seal('other') }, owners[1], 1)).toBe('other');
      expect(await web().claimKey(killed, owners[1], 1)).toBe('claimed');
      // Whoever was only slow has no say any more.
      await web().keepAnswer(killed, owners[0], 'late');
      await web().giveUpKey(killed, owners[0]);
      expect(await web().claimKey(killed, owners[2], minute)).toBe('running');
      await web().keepAnswer(killed, owners[1], 'done');
      expect(await web().claimKey(killed, owners[2], minute)).toEqual({ answer: 'done' });
    });

    it('a key that came with a bulk request is no key for a call, and the other way round', async () => {
      const call = fresh();
      const key = testVault.open(call.key)!;
      const customers = [{ id: 1, email: 'a@answers.example' }];
      const { importId } = await send(web(), 'byId', { customers }, { key });
      expect(importId).not.toBeNull();
      expect(await web().claimKey(call, randomUUID(), 0)).toBe('other');
      const other = fresh();
      await web().claimKey(other, randomUUID(), minute);
      const refused = await send(web(), 'byId', { customers }, { key: testVault.open(other.key)! });
      expect([refused.status, refused.importId]).toEqual([422, null]);
    });

    it('once a customer is erased no answer is kept, also of what was under way; what was done is not done again', async () => {
      await send(web(), 'byId', { customers: [{ id: 2, email: 'b@answers.example' }] });
      const [before, during] = [fresh(), fresh()];
      const owner = randomUUID();
      for (const call of [before, during]) await web().claimKey(call, owner, minute);
      await web().keepAnswer(before, owner, 'b@answers.example');
      await eraseCustomer(web(), 2);
      expect(await web().claimKey(before, randomUUID(), 0)).toBe('removed');
      await web().keepAnswer(during, owner, 'b@answers.example');
      await runJob(contextOf(worker()), jobOf('erase', 0, 0));
      expect(await web().claimKey(during, randomUUID(), 0)).toBe('removed');
    });

    it('they are forgotten after their time', async () => {
      const call = fresh();
      await web().claimKey(call, randomUUID(), minute);
      await web().forgetAnswers(Date.now() - minute);
      expect(await web().claimKey(call, randomUUID(), minute)).toBe('running');
      await web().forgetAnswers(Date.now() + 1);
      expect(await web().claimKey(call, randomUUID(), minute)).toBe('claimed');
    });
  });
