import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { mostAttempts } from '../../lib/attempts';
import type { Job } from '../../lib/job-store';
import type { Store } from '../../lib/store';
import { importOf, newImport, stage } from '../../lib/testing/sheet';
import { type OpenStore, type PassTime, withTwo } from './with-two';

const database = 'jobs';

export const jobContract = (open: OpenStore, passTime: PassTime) =>
  describe('jobs', () => {
    const { web, worker } = withTwo(open, database);
    const later = (ms: number) => passTime(database, ms);
    afterEach(async () => {
      for (let idle = 0; idle < 3; idle++) {
        for (let job = await web().claimJob('cleaner'); job; job = await web().claimJob('cleaner')) {
          await web().finishJob(job, 'cleaner');
          idle = 0;
        }
        await later(120_000);
      }
    });
    // Only then, for a clock never goes back.
    afterAll(() => void vi.useRealTimers());

    it('is claimed once by many owners at the same time', async () => {
      for (let round = 0; round < 5; round++) {
        await web().createImport(newImport());
        const asked = ['a', 'b', 'c', 'd'].map((owner, at) => (at % 2 ? web() : worker()).claimJob(owner));
        const claimed = (await Promise.all(asked)).filter((job) => job !== null);
        expect(claimed).toHaveLength(1);
      }
      expect(await web().claimJob('e')).toBeNull();
    });

    it('the oldest comes first', async () => {
      const ids = [await web().createImport(newImport()), await web().createImport(newImport())];
      expect((await worker().claimJob('w'))?.importId).toBe(ids[0]);
      expect((await worker().claimJob('w'))?.importId).toBe(ids[1]);
    });

    it('says what is to be done, of which generation and shard', async () => {
      const id = await web().createImport(newImport());
      const asked = { kind: 'check' as const, importId: id, fromRow: 4711 };
      await web().moveImport(id, ['reading'], 'reading', { restart: true, jobs: [asked] });
      expect(await worker().claimJob('w')).toMatchObject({ kind: 'read', importId: id, generation: 1, fromRow: 1 });
      expect(await worker().claimJob('w')).toMatchObject({ ...asked, generation: 2, attempts: 1, dead: false });
    });

    it('comes with the change that needs it, or not at all', async () => {
      const id = await web().createImport(newImport());
      await worker().claimJob('w');
      const jobs = [{ kind: 'check' as const, importId: id }];
      expect(await web().moveImport(id, ['mapping'], 'checking', { jobs })).toBe(false);
      expect(await worker().claimJob('w')).toBeNull();
    });

    it('is free again when its lease ends, and counts how often it was tried', async () => {
      await web().createImport(newImport());
      const first = await claimed(worker(), 'killed');
      expect(first.attempts).toBe(1);
      expect(await web().claimJob('next')).toBeNull();
      const second = await afterLease(first);
      expect(second).toEqual({ ...first, attempts: 2 });
    });

    it('a lease that is renewed does not end', async () => {
      await web().createImport(newImport());
      const job = await claimed(worker());
      for (let round = 0; round < 4; round++) {
        await later(job.leaseMs / 2);
        expect(await worker().renewJob(job, 'w')).toBe(true);
        expect(await web().claimJob('other')).toBeNull();
      }
    });

    it('who lost the lease neither renews, gives back nor finishes the job of the next', async () => {
      await web().createImport(newImport());
      const job = await claimed(worker(), 'slow');
      const taken = await afterLease(job);
      expect(taken.id).toBe(job.id);
      expect(await worker().renewJob(job, 'slow')).toBe(false);
      await worker().releaseJob(job, 'slow', 0);
      await worker().failJob(job, 'slow', 'too late');
      await worker().finishJob(job, 'slow');
      expect(await web().renewJob(taken, 'next')).toBe(true);
      expect(await worker().claimJob('slow')).toBeNull();
    });

    it('what is given back is free after the pause, and was no attempt', async () => {
      const importId = await web().createImport(newImport());
      await worker().releaseJob(await claimed(worker()), 'w', 5000);
      expect(await worker().claimJob('w')).toBeNull();
      await later(5001);
      expect(await worker().claimJob('w')).toMatchObject({ kind: 'read', importId, attempts: 1 });
    });

    it('what fails is tried again after a pause, and is dead after so many attempts', async () => {
      const importId = await web().createImport(newImport());
      for (let attempt = 1; attempt <= mostAttempts.read; attempt++) {
        const job = await claimed(worker());
        expect(job).toMatchObject({ importId, attempts: attempt, dead: false });
        await worker().failJob(job, 'w', 'no luck');
        await later(120_000);
      }
      const dead = await claimed(worker());
      expect(dead).toMatchObject({ kind: 'read', importId, generation: 1, dead: true });
      await worker().finishJob(dead, 'w');
      await later(120_000);
      expect(await worker().claimJob('w')).toBeNull();
    });

    it('what was submitted is tried for ever', async () => {
      const { id } = await submitted(web());
      for (let attempt = 1; attempt <= 9; attempt++) {
        const job = await claimed(worker());
        expect(job).toMatchObject({ kind: 'commit', importId: id, dead: false });
        await worker().failJob(job, 'w', 'no luck');
        await later(120_000);
      }
    });

    it('the commit leased by a submit is nobody else’s until the lease ends, and can be taken out of line', async () => {
      const [first, second] = [await submitted(web(), randomUUID()), await submitted(web(), randomUUID())];
      expect(await worker().claimJob('w')).toBeNull();
      await web().dropJob(first.owner!);
      await later(31_000);
      expect(await worker().claimJob('w')).toMatchObject({ kind: 'commit', importId: second.id });
      expect(await worker().claimJob('w')).toBeNull();
    });

    it('the commit without an owner is free at once', async () => {
      const { id } = await submitted(web());
      expect(await worker().claimJob('w')).toMatchObject({ kind: 'commit', importId: id });
    });

    it('tells when a worker last gave a sign of life', async () => {
      expect(await web().lastBeat()).toBeNull();
      const before = Date.now();
      await worker().beat('w1');
      await worker().beat('w1');
      expect(await web().lastBeat()).toBeGreaterThanOrEqual(before);
    });

    async function claimed(store: Store, owner = 'w'): Promise<Job> {
      const job = await store.claimJob(owner);
      if (!job) throw new Error('There is no job.');
      return job;
    }

    /** The same job as the next one gets it: at once, or after the pause that an attempt is followed by. */
    async function afterLease(job: Job): Promise<Job> {
      await later(job.leaseMs + 1);
      const next = await web().claimJob('next');
      if (next) return next;
      await later(5000);
      return claimed(web(), 'next');
    }

    async function submitted(store: Store, owner?: string) {
      const id = await stage(store, { fields: ['email'], rows: [['a@example.com']] });
      await store.moveImport(id, ['checking'], 'review');
      for (let job = await store.claimJob('x'); job; job = await store.claimJob('x')) await store.finishJob(job, 'x');
      await store.startCommit(id, (await importOf(store, id)).revision, { owner });
      return { id, owner };
    }
  });
