import { describe, expect, it } from 'vitest';
import { type Sent, send } from '../../lib/testing/send-request';
import { commit, outcomesOf, rowsOf } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

/** The same rows by a request and by a file do the same. */
export const likeFilesContract = (open: OpenStore) =>
  describe('bulk requests and files', () => {
    const { web } = withTwo(open, 'like-files');
    const byId = (customers: object[], sent?: Sent) => send(web(), 'byId', { customers }, sent);

    it('a request and a file of the same rows give equal customers, outcomes and history', async () => {
      const rows = [
        ['601', 'x1@same.example', 'Ann', '1984-02-28', 'Ede', 'NL', 'Delft'],
        ['602', 'broken', 'Bo', '', '', '', ''],
        ['603', 'x3@same.example', '', '1999-12-31', '', '', 'Breda'],
        ['603', 'x4@same.example', 'Twice', '', '', '', ''],
      ];
      const changed = [['601', 'x1@same.example', 'Anna', '1984-02-28', 'Utrecht', 'NL', 'Delft']];
      const fields = ['id', 'email', 'firstName', 'dateOfBirth', 'billing.city', 'billing.country', 'shipping.city'];
      const request = async (from: number, all: string[][]) =>
        byId(
          all.map(([id, email, firstName, dateOfBirth, city, country, place]) => ({
            id: Number(id) + from,
            email: email!.replace('@', `+${from}@`),
            firstName: firstName || undefined,
            dateOfBirth: dateOfBirth || undefined,
            addresses: [
              ...(city ? [{ type: 'invoice', city, country, isDefault: 'Y' }] : []),
              ...(place ? [{ type: 'delivery', city: place, isDefault: 'Y' }] : []),
            ],
          })),
        );
      const file = (from: number, all: string[][]) =>
        commit(web(), {
          fields,
          rows: all.map(([id, email, ...rest]) => [
            String(Number(id) + from),
            email!.replace('@', `+${from}@`),
            ...rest,
          ]),
          mapping: { matchKey: 'id', dateOrder: 'ymd' },
        });
      const outcomes = async (id: number) => Object.values(await outcomesOf(web(), id));
      for (const sent of [rows, changed]) {
        const a = (await request(0, sent)).importId!;
        const b = await file(1000, sent);
        expect(await outcomes(a)).toEqual(await outcomes(b));
      }
      const of = async (id: number) => {
        const { values, version, addresses } = (await web().readCustomer(id))!;
        const changes = await web().readChanges(id, 9);
        return {
          ...{ values: { ...values, email: undefined }, version, addresses },
          changes: changes.map(({ created, patch }) => [created, patch]),
        };
      };
      expect(await of(601)).toEqual(await of(1601));
      expect(await of(603)).toEqual(await of(1603));
      expect((await of(601)).changes[0]).toEqual([
        false,
        { 'billing.city': ['Ede', 'Utrecht'], firstName: ['Ann', 'Anna'] },
      ]);
    });

    it('a row whose parent nobody is does not stand for its key: a later one with the same key counts', async () => {
      const rows = [
        ['701', '9999'],
        ['701', '703'],
        ['702', '702'],
        ['703', ''],
        ['702', '701'],
        ['703', ''],
      ];
      const file = await commit(web(), { fields: ['id', 'parent'], rows, mapping: { matchKey: 'id' } });
      const shifted = (id: string) => (id === '' ? undefined : { id: Number(id) + 1000 });
      const { importId } = await byId(rows.map(([id, parent]) => ({ ...shifted(id!), parent: shifted(parent!) })));
      const of = async (id: number) =>
        (await rowsOf(web(), id)).map(({ issues, outcome }) => [outcome?.outcome, ...issues.map(({ code }) => code)]);
      const expected = [
        ['failed', 'unknown_parent'],
        ['created'],
        ['failed', 'unknown_parent'],
        ['created', 'duplicate_first'],
        ['created'],
        ['failed', 'duplicate_in_file'],
      ];
      expect([await of(file), await of(importId!)]).toEqual([expected, expected]);
    });

    it('addresses as a list have the warnings and the history that they have in columns', async () => {
      const columns = [
        'id',
        'phone',
        'billing.code',
        'billing.city',
        'billing.country',
        'shipping.city',
        'shipping.country',
      ];
      const mapping = { matchKey: 'id' as const, blank: 'clear' as const };
      const steps = [
        ['020 1234567', 'C1', 'Ede', 'NL', 'Gent', 'BE'],
        ['020 1234568', 'C1', 'Delft', 'NL', '', 'BE'],
        ['020 1234569', '', '', '', 'Brugge', 'BE'],
      ];
      // As a default on one of two only, by a code, and as a list in a file.
      const asked = async ([phone, code, city, country, place, there]: string[]) => {
        const billing = { type: 'invoice', city: city || null, country: country || null };
        const shipping = { type: 'delivery', city: place || null, country: there };
        const coded = { ...billing, code: code || null };
        const first = await byId([{ id: 621, phone, addresses: [{ ...coded, isDefault: 'Y' }, shipping] }]);
        const second = await byId([{ id: 622, phone, addresses: [coded, shipping] }]);
        const cells = ['623', phone!, JSON.stringify([coded, shipping])];
        const third = await commit(web(), { fields: ['id', 'phone', 'addresses'], rows: [cells], mapping });
        return [first.importId!, second.importId!, third];
      };
      const warnings = async (id: number) =>
        (await rowsOf(web(), id)).map(({ plan, issues, outcome }) => [plan.state, issues, outcome?.outcome]);
      for (const step of steps) {
        const file = await commit(web(), { fields: columns, rows: [['620', ...step]], mapping });
        for (const id of await asked(step)) expect(await warnings(id)).toEqual(await warnings(file));
        expect((await warnings(file))[0]![0]).toBe(step[3] ? 'ok' : 'warning');
      }
      const of = async (id: number) => {
        const { addresses, version } = (await web().readCustomer(id))!;
        return { addresses, version, patches: (await web().readChanges(id, 9)).map(({ patch }) => patch) };
      };
      const expected = await of(620);
      expect(expected.patches[1]).toEqual({
        phone: ['020 1234567', '020 1234568'],
        'billing.city': ['Ede', 'Delft'],
        'shipping.city': ['Gent', null],
      });
      for (const id of [621, 622, 623]) expect(await of(id)).toEqual(expected);
    });

    it('a phone that a request adds is read by the country that the customer has', async () => {
      await byId([{ id: 631, addresses: [{ type: 'invoice', city: 'Ede', country: 'NL' }] }]);
      const { importId } = await byId([{ id: 631, phone: '020 1234567' }]);
      expect((await rowsOf(web(), importId!))[0]).toMatchObject({ plan: { state: 'ok' }, issues: [] });
    });

    it('what a request says to be the default of its type is another address than one that is not', async () => {
      await byId([{ id: 901, addresses: [{ type: 'invoice', city: 'Ede', isDefault: 'N' }] }]);
      const given = [
        { type: 'invoice', city: 'Delft', isDefault: 'Y' },
        { type: 'delivery', city: 'Breda', isDefault: 'Y' },
      ];
      await byId([{ id: 901, addresses: given }]);
      const now = async () =>
        (await web().readCustomer(901))!.addresses.map(({ type, isDefault, values }) => [type, isDefault, values.city]);
      const expected = [
        ['invoice', false, 'Ede'],
        ['invoice', true, 'Delft'],
        ['delivery', true, 'Breda'],
      ];
      expect(await now()).toEqual(expected);
      const [last] = await web().readChanges(901, 9);
      expect(last!.patch).toEqual({ 'billing.city': [null, 'Delft'], 'shipping.city': [null, 'Breda'] });
      const again = await byId([{ id: 901, addresses: given }]);
      expect(Object.values(await outcomesOf(web(), again.importId!))).toEqual(['unchanged']);
      expect(await now()).toEqual(expected);
    });
  });
