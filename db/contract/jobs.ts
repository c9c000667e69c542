import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../lib/records';
import type { Store } from '../../lib/store';
import { importOf, newImport, stage } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const minute = 60_000;

export const jobContract = (open: OpenStore) =>
  describe('jobs', () => {
    const { web, worker } = withTwo(open, 'jobs');
    afterEach(async () => {
      vi.useRealTimers();
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * minute });
      for (let job = await web().claimJob('cleaner', 0); job; job = await web().claimJob('cleaner', 0)) {
        await web().finishJob(job, 'cleaner');
      }
      vi.useRealTimers();
    });

    it('is claimed once by many owners at the same time', async () => {
      for (let round = 0; round < 5; round++) {
        await web().createImport(newImport());
        const asked = ['a', 'b', 'c', 'd'].map((owner, at) => (at % 2 ? web() : worker()).claimJob(owner, minute));
        const claimed = (await Promise.all(asked)).filter((job) => job !== null);
        expect(claimed).toHaveLength(1);
      }
      expect(await web().claimJob('e', minute)).toBeNull();
    });

    it('the oldest comes first', async () => {
      const ids = [await web().createImport(newImport()), await web().createImport(newImport())];
      expect((await worker().claimJob('w', minute))?.importId).toBe(ids[0]);
      expect((await worker().claimJob('w', minute))?.importId).toBe(ids[1]);
    });

    it('is free again when its lease ends, and counts how often it was tried', async () => {
      await web().createImport(newImport());
      const first = await worker().claimJob('killed', minute);
      expect(first?.attempts).toBe(1);
      expect(await web().claimJob('next', minute)).toBeNull();
      later(minute + 1);
      const second = await web().claimJob('next', minute);
      expect(second).toEqual({ ...first, attempts: 2 });
    });

    it('a lease that is renewed does not end', async () => {
      await web().createImport(newImport());
      const job = (await worker().claimJob('w', minute)) as Job;
      later(minute - 1);
      expect(await worker().renewJob(job, 'w', minute)).toBe(true);
      later(minute - 1);
      expect(await web().claimJob('other', minute)).toBeNull();
    });

    it('who lost the lease neither renews, gives back nor finishes the job of the next', async () => {
      await web().createImport(newImport());
      const job = (await worker().claimJob('slow', 0)) as Job;
      const taken = (await web().claimJob('quick', minute)) as Job;
      expect(taken.id).toBe(job.id);
      expect(await worker().renewJob(job, 'slow', minute)).toBe(false);
      await worker().releaseJob(job, 'slow', 0);
      await worker().finishJob(job, 'slow');
      expect(await web().renewJob(taken, 'quick', minute)).toBe(true);
    });

    it('what is given back is free after the pause', async () => {
      await web().createImport(newImport());
      const job = (await worker().claimJob('w', minute)) as Job;
      await worker().releaseJob(job, 'w', 500);
      expect(await worker().claimJob('w', minute)).toBeNull();
      later(501);
      expect((await worker().claimJob('w', minute))?.id).toBe(job.id);
    });

    it('the commit leased by a submit is nobody else’s until the lease ends', async () => {
      const { id, job } = await submitted(web(), 'web:1');
      expect(await worker().claimJob('w', minute)).toBeNull();
      later(31_000);
      expect(await worker().claimJob('w', minute)).toMatchObject({ id: job, kind: 'commit', importId: id });
    });

    it('the commit without an owner is free at once', async () => {
      const { id } = await submitted(web());
      expect(await worker().claimJob('w', minute)).toMatchObject({ kind: 'commit', importId: id });
    });

    it('a job of a kind that waits already is replaced by the new one', async () => {
      const id = await web().createImport(newImport());
      const old = (await worker().claimJob('w', minute)) as Job;
      await web().moveImport(id, ['reading'], 'reading', { restart: true, jobs: [{ kind: 'read', importId: id }] });
      expect(await worker().renewJob(old, 'w', minute)).toBe(false);
      expect(await worker().claimJob('w', minute)).toMatchObject({ kind: 'read', generation: 2 });
      expect(await worker().claimJob('w', minute)).toBeNull();
    });

    it('tells when a worker last gave a sign of life', async () => {
      expect(await web().lastBeat()).toBeNull();
      const before = Date.now();
      await worker().beat('w1');
      await worker().beat('w1');
      expect(await web().lastBeat()).toBeGreaterThanOrEqual(before);
    });

    const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

    async function submitted(store: Store, owner?: string) {
      const id = await stage(store, { fields: ['email'], rows: [['a@example.com']] });
      await store.moveImport(id, ['checking'], 'review');
      for (let job = await store.claimJob('x', 0); job; job = await store.claimJob('x', 0))
        await store.finishJob(job, 'x');
      const started = await store.startCommit(id, (await importOf(store, id)).revision, owner);
      return { id, job: started!.job };
    }
  });
