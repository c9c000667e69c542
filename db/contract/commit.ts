import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runCommit } from '../../lib/commit/run-commit';
import { submit } from '../../lib/commit/submit';
import type { MatchKey } from '../../lib/mapping';
import type { Totals } from '../../lib/records';
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
