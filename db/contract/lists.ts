import { describe, expect, it } from 'vitest';
import type { AttributeDefinition } from '../../lib/customer/attribute';
import { customerByEmail } from '../../lib/testing/customers';
import { send } from '../../lib/testing/send-request';
import { commit, outcomesOf } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

export const listContract = (open: OpenStore) =>
  describe('lists and JSON', () => {
    const { web } = withTwo(open, 'lists');
    const defined: AttributeDefinition[] = [
      { name: 'TIER', label: null, class: 'crm', type: 'list', options: ['gold', 'silver'], description: null },
    ];
    const byId = (customers: object[]) => send(web(), 'byId', { customers }, { attributes: defined });
    const read = async (id: number) => (await web().readCustomer(id))!;

    it('with characters that no engine keeps fail or are cleaned, and stop nobody else', async () => {
      const odd = '\u0000a\ud800\u200b';
      const { status, body } = await byId([
        { id: 9001, firstName: 'Good' },
        { id: 9002, attributes: [{ class: odd, name: `n${odd}`, type: odd, value: `${odd}v` }] },
        { id: 9003, addresses: [{ type: 'invoice', city: odd, code: odd }] },
        { id: 9004, email: odd },
      ]);
      expect(status).toBe(200);
      expect((body.data as { success: boolean }[]).map(({ success }) => success)).toEqual([true, true, true, false]);
      expect((await read(9002)).attributes).toEqual([{ class: 'a', name: 'na', type: 'a', value: 'av' }]);
      expect((await read(9003)).addresses[0]!.values).toMatchObject({ city: 'a', code: 'a' });
      const inputs = [{ name: 'B', addresses: [{ type: odd, city: 'Ede' }], metadata: { [odd]: odd } }];
      const made = await send(web(), 'bySourceSystem', { inputs });
      expect(made.body.createCustomers).toMatchObject({
        returning: [{ addresses: [{ type: 'a' }], metadata: { [odd]: odd } }],
      });
      const bad = await send(web(), 'bySourceSystem', { inputs: [{ name: 'B', ccEmailAddresses: [odd] }] });
      expect(bad.status).toBe(400);
      const list = JSON.stringify([{ name: `n${odd}`, value: `a${odd}b` }]);
      const rows = [
        ['odd-1@example.com', list],
        ['odd-2@example.com', ''],
      ];
      const id = await commit(web(), { fields: ['email', 'attributes'], rows });
      expect(await outcomesOf(web(), id)).toEqual({ 2: 'created', 3: 'created' });
      expect((await customerByEmail(web(), 'odd-1@example.com')).attributes).toMatchObject([
        { name: 'na', value: 'aab' },
      ]);
    });

    it('JSON stays as it came, to the letter; in another order of keys it is the same', async () => {
      const email = 'json@example.com';
      const text = '{"z":1,"a\u200b":"\u00a0e\u0301","a":[{"y":null,"b":"\ufeff"}]}';
      const put = async (metadata: string) => {
        const id = await commit(web(), { fields: ['email', 'metadata'], rows: [[email, metadata]] });
        return [(await outcomesOf(web(), id))[2], (await customerByEmail(web(), email)).values.metadata];
      };
      expect(await put(text)).toEqual(['created', text]);
      expect(await put('{"a":[{"b":"\ufeff","y":null}],"a\u200b":"\u00a0e\u0301","z":1}')).toEqual(['unchanged', text]);
      expect(await put(` \u200b{"z": 1}`)).toEqual(['updated', '{"z":1}']);
    });

    it('attributes are those that are defined only by class and name, and then have the type that was defined', async () => {
      const other = { class: 'other', name: 'TIER', type: 'text', value: 'anything' };
      await byId([{ id: 9101, attributes: [{ class: 'crm', name: 'TIER', type: 'foo', value: 'GOLD' }, other] }]);
      const own = { class: 'crm', name: 'TIER', type: 'list', value: 'gold' };
      expect((await read(9101)).attributes).toEqual([own, other]);
      const { body } = await byId([
        { id: 9102, attributes: [{ class: 'crm', name: 'TIER', type: 'x', value: 'brass' }] },
      ]);
      expect((body.data as { message: string }[])[0]!.message).toContain('TIER');
      const fields = ['email', 'attribute.TIER'];
      const rows = [['by-file@example.com', 'gold']];
      await commit(web(), { fields, rows, mapping: { attributes: defined } });
      expect((await customerByEmail(web(), 'by-file@example.com')).attributes).toEqual([own]);
    });

    it('an address that is found by its code takes the type that is said, and is one, however often it is named', async () => {
      const at = async () =>
        (await read(9201)).addresses.map(({ number, type, isDefault, values }) => [
          number,
          type,
          isDefault,
          values.city,
        ]);
      await byId([{ id: 9201, addresses: [{ type: 'invoice', code: 'T1', city: 'x' }] }]);
      await byId([{ id: 9201, addresses: [{ type: 'delivery', code: 'T1', city: 'y' }] }]);
      expect(await at()).toEqual([[1, 'delivery', true, 'y']]);
      const twice = [
        { type: 'delivery', code: 'NEW', city: 'a' },
        { type: 'delivery', code: 'NEW', city: 'b' },
      ];
      await byId([{ id: 9201, addresses: twice }]);
      expect(await at()).toEqual([
        [1, 'delivery', true, 'y'],
        [2, 'delivery', false, 'b'],
      ]);
    });
  });
