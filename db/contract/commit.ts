import { describe, expect, it } from 'vitest';
import type { MatchKey } from '../../lib/mapping';
import type { Totals } from '../../lib/records';
import { allCustomers } from '../../lib/testing/customers';
import { review, submitNow } from '../../lib/testing/sheet';
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

    const source = (matchKey: MatchKey, key: string) => (matchKey === 'source' ? ['erp', key] : ['', '']);
  });
