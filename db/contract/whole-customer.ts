import { describe, expect, it } from 'vitest';
import type { AttributeDefinition } from '../../lib/customer/attribute';
import { customerFields } from '../../lib/customer/fields';
import { putMapping } from '../../lib/map/put-mapping';
import { editRow } from '../../lib/review/edit-row';
import { customerByEmail } from '../../lib/testing/customers';
import { checkAll, commit, importOf, review, rowsOf } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

export const wholeCustomerContract = (open: OpenStore) =>
  describe('the whole customer', () => {
    const { web } = withTwo(open, 'whole');
    const clears = { blank: 'clear' as const };

    it('every field of the list arrives, in stored form', async () => {
      const fields = customerFields.filter(({ name }) => name !== 'ssn' && name !== 'parent').map(({ name }) => name);
      const texts: Record<string, string> = {
        ...{ id: '77', debtorId: '12', sourceSystem: 'erp', sourceSystemId: 'E-77', email: 'whole@example.com' },
        ...{ dateOfBirth: '1984-02-28', gender: 'f', phone: '+31 20 123 4567', mobile: '+31612345678', country: 'nl' },
        ...{ language: 'nl', primaryLanguage: 'Dutch', locale: 'nl-NL', timezoneOffset: '+1' },
        ...{ ccEmails: 'a@example.com; b@example.com', 'customerRule.dueOption': '30' },
        ...{ addressesLastUpdatedAt: '2026-11-21', contactsLastUpdatedAt: '2026-11-21T12:00:00+01:00' },
        ...{ deletedAt: '2026-11-21 12:00', metadata: '{"b":1,"a":[null,"x\\u0000"]}', contacts: '[{"name":"Ann"}]' },
        ...{ customerEmailSettings: '{}', customerIntegrationSettings: '[]', paymentLineItems: '{"data":[]}' },
        remittanceLineItems: '[1,2]',
      };
      const row = fields.map((name) => texts[name] ?? `a ${name}`);
      await commit(web(), { fields, rows: [row], mapping: { matchKey: 'id' } });
      const { values } = await customerByEmail(web(), 'whole@example.com');
      for (const name of fields.filter((each) => each !== 'id')) expect([name, values[name]]).not.toEqual([name, null]);
      expect(values).toMatchObject({
        ccEmails: '["a@example.com","b@example.com"]',
        'customerRule.dueOption': 30,
        addressesLastUpdatedAt: '2026-11-21T00:00:00.000Z',
        contactsLastUpdatedAt: '2026-11-21T11:00:00.000Z',
        metadata: '{"b":1,"a":[null,"x\\u0000"]}',
        abbreviation: 'a abbreviation',
      });
      const again = await review(web(), { fields, rows: [row], mapping: { matchKey: 'id' } });
      expect((await rowsOf(web(), again)).map(({ plan }) => plan.disposition)).toEqual(['unchanged']);
    });

    const listed = async (email: string, addresses: object[], mapping = clears) => {
      const sheet = { fields: ['email', 'addresses'], rows: [[email, JSON.stringify(addresses)]], mapping };
      const id = await commit(web(), sheet);
      const [row] = await rowsOf(web(), id);
      return { outcome: row!.outcome?.outcome, addresses: (await customerByEmail(web(), email)).addresses, row };
    };

    it('a list of addresses is matched by code, else by type; what it does not name stays; again it changes nothing', async () => {
      const email = 'listed@example.com';
      const all = [
        { type: 'invoice', city: 'Utrecht', country: 'NL', isDefault: true },
        { type: 'delivery', code: 'D1', city: 'Delft', icp: 'Y' },
        { type: 'delivery', code: 'D2', city: 'Den Haag' },
        { city: 'Breda' },
      ];
      const first = await listed(email, all);
      expect(first.outcome).toBe('created');
      const of = (list: typeof first.addresses) =>
        list.map(({ number, type, isDefault, values }) => [number, type, isDefault, values.code, values.city]);
      expect(of(first.addresses)).toEqual([
        [1, 'invoice', true, null, 'Utrecht'],
        [2, 'delivery', true, 'D1', 'Delft'],
        [3, 'delivery', false, 'D2', 'Den Haag'],
        [4, 'ADDRESS_BOOK', true, null, 'Breda'],
      ]);
      expect(first.addresses[1]!.values.icp).toBe('Y');
      expect((await listed(email, all)).outcome).toBe('unchanged');
      const next = await listed(email, [
        { type: 'delivery', code: 'D2', city: 'Leiden', isDefault: true },
        { city: null },
      ]);
      expect(next.outcome).toBe('updated');
      expect(of(next.addresses)).toEqual([
        [1, 'invoice', true, null, 'Utrecht'],
        [2, 'delivery', false, 'D1', 'Delft'],
        [3, 'delivery', true, 'D2', 'Leiden'],
      ]);
    });

    it('a list with parts that are wrong fails its row, and says which', async () => {
      const list = '[{"size":1},{"country":"Nowhere"}]';
      const sheet = {
        fields: ['email', 'addresses', 'ccEmails'],
        rows: [['wrong@example.com', list, 'a, x@example.com, b']],
      };
      const [failed] = await rowsOf(web(), await review(web(), sheet));
      expect(failed!.issues.map(({ field, code }) => [field, code])).toEqual([
        ['ccEmails', 'invalid_email'],
        ['addresses', 'invalid_json'],
      ]);
      expect(failed!.issues[1]!.message).toMatch(/^Address 1: “size” is no part of an address. Address 2, country: /);
      expect(failed!.issues[0]!.message).toMatch(/^“a” is not an email address. “b” is not an email address. /);
    });

    it('attributes are set, replaced and taken away, by list and by column', async () => {
      const attributes: AttributeDefinition[] = [
        { name: 'TIER', label: 'Loyalty', class: 'crm', type: 'list', options: ['gold', 'silver'], description: null },
        { name: 'LIMIT', label: null, class: '', type: 'number', options: [], description: null },
      ];
      const mapping = { ...clears, attributes };
      const email = 'attributes@example.com';
      const fields = ['email', 'attribute.TIER', 'attribute.LIMIT', 'attributes'];
      const given = JSON.stringify([{ class: 'x', name: 'Free text', type: 'text', value: 'v' }]);
      const now = async (row: string[]): Promise<unknown[]> => {
        const id = await commit(web(), { fields, rows: [row], mapping });
        const { attributes: all } = await customerByEmail(web(), email);
        return [(await rowsOf(web(), id))[0]!.outcome?.outcome, all.map(({ name, value }) => `${name}=${value}`)];
      };
      expect(await now([email, 'GOLD', '12.50', given])).toEqual([
        'created',
        ['LIMIT=12.5', 'TIER=gold', 'Free text=v'],
      ]);
      expect(await now([email, 'gold', '12.5', given])).toEqual([
        'unchanged',
        ['LIMIT=12.5', 'TIER=gold', 'Free text=v'],
      ]);
      const gone = JSON.stringify([{ class: 'x', name: 'Free text' }]);
      expect(await now([email, 'silver', '', gone])).toEqual(['updated', ['TIER=silver']]);
      const [row] = await rowsOf(
        web(),
        await review(web(), { fields, rows: [[email, 'brass', 'x', '[{}]']], mapping }),
      );
      expect(row!.issues.map(({ code, field }) => [field, code])).toEqual([
        ['attribute.TIER', 'unknown_option'],
        ['attribute.LIMIT', 'invalid_number'],
        ['attributes', 'invalid_json'],
      ]);
    });

    it('a mapping is checked by the attributes as they are defined when it is put, and refuses what is not defined', async () => {
      const level: AttributeDefinition = {
        ...{ name: 'LEVEL', label: null, class: 'crm', type: 'list', options: ['one', 'two'], description: null },
      };
      const other: AttributeDefinition = { ...level, name: 'OTHER', type: 'whole', options: [] };
      const fields = ['email', 'attribute.LEVEL', null];
      const id = await review(web(), {
        fields,
        rows: [['put@example.com', 'three', '[{"class":"crm","name":"OTHER","value":"x"}]']],
      });
      const put = async (third: string | null) => {
        const columns = [...fields.slice(0, 2), third].map((field, index) => ({ index, field }));
        const choice = { columns, matchKey: 'email', mode: 'upsert', blank: 'keep', sourceSystem: null } as const;
        const result = await putMapping(web(), id, choice);
        if (result.status === 'checking') await checkAll(web(), id);
        const names = (await importOf(web(), id)).mapping?.attributes?.map(({ name }) => name);
        const [row] = await rowsOf(web(), id);
        return { result, names, issues: row!.issues.map(({ field, code }) => [field, code]) };
      };
      expect((await put(null)).result).toEqual({
        status: 'problems',
        problems: ['There is no field “attribute.LEVEL”. Choose another field for column B.'],
      });
      for (const definition of [level, other]) await web().addAttribute(definition);
      const unknown = ['attribute.LEVEL', 'unknown_option'];
      expect(await put(null)).toMatchObject({ names: ['LEVEL'], issues: [unknown] });
      expect(await put('attributes')).toMatchObject({
        names: ['LEVEL', 'OTHER'],
        issues: [unknown, ['attributes', 'invalid_number']],
      });
      await web().changeAttribute({ name: 'LEVEL', label: null, options: ['three'], description: null });
      expect((await editRow(web(), id, 2, { values: { 'attribute.LEVEL': 'Three' } })).status).toBe('saved');
      expect((await rowsOf(web(), id))[0]!.plan.state).toBe('error');
      expect(await put(null)).toMatchObject({ names: ['LEVEL'], issues: [] });
      for (const { name } of [level, other]) await web().removeAttribute(name);
    });
  });
