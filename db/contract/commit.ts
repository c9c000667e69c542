import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cancelImport } from '../../lib/commit/cancel';
import { runCommit } from '../../lib/commit/run-commit';
import { submit } from '../../lib/commit/submit';
import type { MatchKey } from '../../lib/mapping';
import type { Totals } from '../../lib/records';
import type { ChunkResult, Store } from '../../lib/store';
import { allCustomers } from '../../lib/testing/customers';
import { commit, importOf, outcomesOf, review, submitNow } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

export const commitContract = (open: OpenStore) =>
  describe('imports that commit at the same time', () => {
    const { web, worker } = withTwo(open, 'commit');
    const fields = ['id', 'email', 'debtorId', 'sourceSystem', 'sourceSystemId'];
    const rounds: [MatchKey, number][] = [
      ['email', 10_000],
      ['id', 20_000],
      ['source', 30_000],
      ['debtorId', 40_000],
    ];

    it.each(rounds)(
      'with the same new keys by %s make one customer for each key, and say so',
      async (matchKey, from) => {
        const rows = Array.from({ length: 150 }, (_, at) => {
          const key = String(from + at);
          const is = (kind: MatchKey, text: string) => (kind === matchKey ? text : '');
          return [is('id', key), is('email', `${key}@example.com`), is('debtorId', key), ...source(matchKey, key)];
        });
        const sheet = { fields, rows, mapping: { matchKey } };
        const before = (await allCustomers(web())).length;
        const imports = await Promise.all([web(), worker(), web(), worker()].map((store) => review(store, sheet)));
        await Promise.all(imports.map((id, at) => submitNow(at % 2 ? web() : worker(), id)));
        expect(await allCustomers(web())).toHaveLength(before + rows.length);
        const totals = await Promise.all(imports.map((id) => web().readTotals(id)));
        const sum = (name: keyof Totals['outcomes']) => totals.reduce((all, { outcomes }) => all + outcomes[name], 0);
        expect([sum('created'), sum('conflict') + sum('failed')]).toEqual([rows.length, 3 * rows.length]);
      },
    );

    describe('all or none', () => {
      const email = (at: number, round: string) => `${round}${at}@atomic.example`;
      const sheet = (round: string) => ({
        fields: ['email', 'firstName'],
        rows: [1, 2, 3].map((at) => [email(at, round), `Now ${at}`]),
      });
      const submitAll = async (id: number) => {
        const { revision } = await importOf(web(), id);
        return submit(web(), id, revision, randomUUID(), { atomic: true });
      };
      const names = (round: string) =>
        allCustomers(web()).then((all) =>
          all.filter(({ values }) => String(values.email).startsWith(round)).map(({ values }) => values.firstName),
        );

      it('writes all rows', async () => {
        const id = await review(web(), sheet('all'));
        expect((await submitAll(id)).status).toBe('committed');
        expect(await names('all')).toEqual(['Now 1', 'Now 2', 'Now 3']);
      });

      it('writes none where somebody changed one customer meanwhile, and every row says so', async () => {
        const id = await review(web(), sheet('none'));
        await commit(worker(), { fields: ['email', 'firstName'], rows: [[email(2, 'none'), 'First']] });
        expect((await submitAll(id)).status).toBe('committed');
        expect(await names('none')).toEqual(['First']);
        expect(await outcomesOf(web(), id)).toEqual({ 2: 'skipped atomic', 3: 'conflict taken', 4: 'skipped atomic' });
      });

      it('is kept to by the worker that takes over after a kill', async () => {
        const id = await review(web(), sheet('late'));
        await web().startCommit(id, (await importOf(web(), id)).revision, { owner: randomUUID(), atomic: true });
        await commit(worker(), { fields: ['email', 'firstName'], rows: [[email(1, 'late'), 'First']] });
        const operation = (await worker().readOperation(id))!;
        const of = { importId: id, generation: 1, fromRow: 1 };
        expect(await runCommit(worker(), operation, of, { lease: 'other' })).toBe('done');
        expect(await names('late')).toEqual(['First']);
        expect(Object.values(await outcomesOf(web(), id))).toEqual([
          'conflict taken',
          'skipped atomic',
          'skipped atomic',
        ]);
      });

      const stopped = ['skipped stopped', 'skipped stopped', 'skipped stopped'];
      /** Carries out an atomic commit that was started, with something done around the one transaction. */
      const carryOut = async (
        round: string,
        around: (id: number, write: () => Promise<ChunkResult>) => Promise<ChunkResult>,
      ) => {
        const id = await review(web(), sheet(round));
        await web().startCommit(id, (await importOf(web(), id)).revision, { atomic: true });
        const operation = (await worker().readOperation(id))!;
        const store: Store = {
          ...worker(),
          commitChunk: (...given) => around(id, () => worker().commitChunk(...given)),
        };
        expect(await runCommit(store, operation, { importId: id, generation: 1, fromRow: 1 }, { lease: 'w' })).toBe(
          'done',
        );
        return { id, written: await names(round), outcomes: Object.values(await outcomesOf(web(), id)) };
      };

      it('writes none where it is stopped before it began, or just before it writes', async () => {
        const id = await review(web(), sheet('before'));
        await web().startCommit(id, (await importOf(web(), id)).revision, { atomic: true });
        expect(await cancelImport(web(), id)).toBe('stopping');
        const operation = (await worker().readOperation(id))!;
        await runCommit(worker(), operation, { importId: id, generation: 1, fromRow: 1 }, { lease: 'w' });
        expect([await names('before'), Object.values(await outcomesOf(web(), id))]).toEqual([[], stopped]);
        expect((await importOf(web(), id)).state).toBe('committed');
        const { written, outcomes } = await carryOut('just', async (late, write) => {
          expect(await cancelImport(web(), late)).toBe('stopping');
          return write();
        });
        expect([written, outcomes]).toEqual([[], stopped]);
      });

      it('is not said to stop once all is written', async () => {
        const { id, written, outcomes } = await carryOut('after', async (late, write) => {
          const result = await write();
          expect(await cancelImport(web(), late)).toBe('committed');
          return result;
        });
        expect([written, outcomes]).toEqual([
          ['Now 1', 'Now 2', 'Now 3'],
          ['created', 'created', 'created'],
        ]);
        expect(await importOf(web(), id)).toMatchObject({ state: 'committed', stopRequested: false });
      });

      it('is stopped or done, as the answer says, whenever it is asked to stop', async () => {
        for (let round = 0; round < 12; round++) {
          let asked: Promise<string> = Promise.resolve('');
          const { written, outcomes } = await carryOut(`race${round}-`, async (id, write) => {
            const writing = write();
            await new Promise((resolve) => setTimeout(resolve, round / 2));
            asked = cancelImport(web(), id);
            return writing;
          });
          const done = ['created', 'created', 'created'];
          expect([written.length, outcomes]).toEqual((await asked) === 'stopping' ? [0, stopped] : [3, done]);
        }
      });

      it('is refused while a row has an error, and of more rows than fit', async () => {
        const id = await review(web(), { fields: ['email'], rows: [['a@atomic.example'], ['none']] });
        expect(await submitAll(id)).toEqual({ status: 'refused', reason: 'has_errors' });
        expect((await importOf(web(), id)).state).toBe('review');
        const small = { ...web(), atomicRows: 1 };
        const { revision } = await importOf(web(), id);
        expect(await submit(small, id, revision, randomUUID(), { atomic: true })).toEqual({
          status: 'refused',
          reason: 'too_many_rows',
        });
      });
    });

    const source = (matchKey: MatchKey, key: string) => (matchKey === 'source' ? ['erp', key] : ['', '']);
  });
