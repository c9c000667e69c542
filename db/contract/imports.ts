import { describe, expect, it } from 'vitest';
import { importStates, mayMove } from '../../lib/steps';
import { importOf, newImport, stage } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

export const importContract = (open: OpenStore) =>
  describe('imports', () => {
    const { web, worker } = withTwo(open, 'imports');

    it('is created in reading, with a job to read it, and comes back as it was given', async () => {
      const given = newImport({ fileName: 'naïve "x".csv', intake: { headerRow: 3 }, choices: { mode: 'create' } });
      const id = await web().createImport(given);
      expect(await worker().readImport(id)).toMatchObject({ ...given, id, state: 'reading', rows: 0, generation: 1 });
      const job = await worker().claimJob('w');
      expect(job).toMatchObject({ kind: 'read', importId: id, generation: 1 });
      await worker().finishJob(job!, 'w');
    });

    it('moves only from a state that is named; else nothing of the move happens', async () => {
      const id = await web().createImport(newImport());
      const before = await importOf(web(), id);
      const others = importStates.filter((state) => state !== 'reading' && mayMove(state, 'cancelled'));
      const moved = await web().moveImport(id, others, 'cancelled', {
        changes: { error: 'never' },
        jobs: [{ kind: 'clean', importId: id }],
        restart: true,
      });
      expect(moved).toBe(false);
      expect(await importOf(web(), id)).toEqual(before);
      expect((await claimAll()).map((job) => job.kind)).toEqual(['read']);
      expect(await web().moveImport(id, [], 'mapping')).toBe(false);
      expect(await web().moveImport(987_654, ['reading'], 'mapping')).toBe(false);
    });

    it('a move that lib/steps.ts does not have is a fault of the program', async () => {
      const id = await web().createImport(newImport());
      await expect(web().moveImport(id, ['reading'], 'committed')).rejects.toThrow('reading to committed');
      expect((await importOf(web(), id)).state).toBe('reading');
    });

    it('moves with its changes, a new revision and its jobs at once', async () => {
      const id = await web().createImport(newImport());
      await claimAll();
      const { revision } = await importOf(web(), id);
      const jobs = [{ kind: 'check' as const, importId: id }];
      expect(
        await web().moveImport(id, ['mapping', 'reading'], 'checking', { changes: { rows: 7, error: 'e' }, jobs }),
      ).toBe(true);
      expect(await importOf(worker(), id)).toMatchObject({
        state: 'checking',
        rows: 7,
        error: 'e',
        revision: revision + 1,
      });
      expect(await claimAll()).toMatchObject([{ kind: 'check', importId: id, generation: 1 }]);
    });

    it('two moves at once: one happens', async () => {
      const id = await web().createImport(newImport());
      const moved = await Promise.all([
        web().moveImport(id, ['reading'], 'mapping'),
        worker().moveImport(id, ['reading'], 'failed'),
      ]);
      expect(moved.filter(Boolean)).toHaveLength(1);
    });

    it('a move of an older generation does nothing', async () => {
      const id = await web().createImport(newImport());
      await web().moveImport(id, ['reading'], 'reading', { restart: true });
      expect(await web().moveImport(id, ['reading'], 'mapping', { generation: 1 })).toBe(false);
      expect(await web().moveImport(id, ['reading'], 'mapping', { generation: 2 })).toBe(true);
    });

    it('changes without moving only in the states named', async () => {
      const id = await web().createImport(newImport());
      expect(await web().changeImport(id, ['committing'], { rows: 7 })).toBe(false);
      expect(await web().changeImport(id, ['reading'], { rows: 7 })).toBe(true);
      expect(await importOf(web(), id)).toMatchObject({ rows: 7, state: 'reading', revision: 1 });
    });

    it('commits exactly the revision that was seen, once, and only from review', async () => {
      const id = await stage(web(), { fields: ['email'], rows: [['a@example.com']] });
      expect(await web().startCommit(id, (await importOf(web(), id)).revision)).toBeNull();
      await web().moveImport(id, ['checking'], 'review');
      const { revision } = await importOf(web(), id);
      expect(await web().startCommit(id, revision - 1)).toBeNull();
      expect(await web().readOperation(id)).toBeNull();
      const started = await Promise.all([web().startCommit(id, revision), worker().startCommit(id, revision)]);
      expect(started.filter(Boolean)).toHaveLength(1);
      expect(await web().readOperation(id)).toMatchObject({ revision, kind: 'commit', finishedAt: null });
      expect((await importOf(web(), id)).state).toBe('committing');
    });

    it('lists newest first in pages that meet each import once, and finds names with % _ \\ and accents', async () => {
      const names = ['100%_off\\é.csv', '100x_off.csv', 'CAFÉ.csv', 'plain.csv'];
      for (const fileName of names) await web().createImport(newImport({ fileName }));
      const seen: number[] = [];
      for (let before: number | undefined; ; before = seen.at(-1)) {
        const page = await web().listImports({ before, limit: 3 });
        if (page.length === 0) break;
        seen.push(...page.map((record) => record.id));
      }
      expect(seen).toEqual([...new Set(seen)].sort((one, other) => other - one));
      expect(seen).toHaveLength((await web().countImports()).all);
      const found = async (q: string) =>
        (await web().listImports({ q, limit: 50 })).map((record) => record.fileName).sort();
      expect(await found('0%_o')).toEqual(['100%_off\\é.csv']);
      expect(await found('off\\E')).toEqual(['100%_off\\é.csv']);
      expect(await found('cafe')).toEqual(['CAFÉ.csv']);
    });

    it('counts add up to all', async () => {
      const counts = await web().countImports();
      expect(counts.all).toBe(counts.open + counts.committed + counts.failed + counts.cancelled);
    });

    it('only what failed or was cancelled is deleted: hidden at once, and forgotten by a job', async () => {
      await claimAll();
      const id = await stage(web(), { fields: ['email'], rows: [['a@example.com']] });
      await claimAll();
      await web().deleteImport(id);
      expect(await web().readImport(id)).not.toBeNull();
      await web().moveImport(id, ['checking'], 'cancelled');
      const { all } = await web().countImports();
      await web().deleteImport(id);
      expect(await web().readImport(id)).toBeNull();
      expect((await web().countImports()).all).toBe(all - 1);
      expect((await web().listImports({ limit: 100 })).map((record) => record.id)).not.toContain(id);
      expect(await web().knownFiles(['key', 'nobody'])).toContain('key');
      expect(await web().fileOf(id)).toBe('key');
      expect(await claimAll()).toMatchObject([{ kind: 'clean', importId: id }]);
      await worker().forgetImport(id);
      expect(await worker().fileOf(id)).toBeNull();
      expect(await web().readShards(id)).toEqual([]);
    });

    async function claimAll() {
      const jobs = [];
      for (;;) {
        const job = await worker().claimJob('claimer');
        if (!job) return jobs;
        jobs.push(job);
        await worker().finishJob(job, 'claimer');
      }
    }
  });
