import { describe, expect, it } from 'vitest';
import { editCustomer } from '../../lib/review/edit-customer';
import { allCustomers } from '../../lib/testing/customers';
import { type Sent, send } from '../../lib/testing/send-request';
import { commit, importOf, outcomesOf, review, rowsOf } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

export const requestContract = (open: OpenStore) =>
  describe('bulk requests', () => {
    const { web, worker } = withTwo(open, 'requests');
    const byId = (customers: object[], sent?: Sent) => send(web(), 'byId', { customers }, sent);

    it('by id creates and updates in the order of the request; a bad one fails alone; it is an import with a report', async () => {
      await byId([{ id: 101, email: 'old@bulk.example', company: 'Old' }]);
      const { status, body, importId } = await byId([
        { id: 101, company: null, firstName: 'Ann', parent: { id: 103 } },
        { id: 102, email: 'no address' },
        { id: 103, email: 'new@bulk.example', ssn: '123-45-6789', addresses: [{ type: 'invoice', city: 'Ede' }] },
        { id: 103, email: 'twice@bulk.example' },
        { id: 104, parent: { id: 999 } },
      ]);
      expect(status).toBe(200);
      const told = (body.data as { action?: string; id: number | null; success: boolean; code?: number }[]).map(
        ({ action, id, success, code }) => [action, id, success, code],
      );
      expect(told).toEqual([
        ['update', 101, true, undefined],
        [undefined, null, false, undefined],
        ['create', 103, true, undefined],
        [undefined, null, false, undefined],
        [undefined, null, false, 60007],
      ]);
      const customer = await web().readCustomer(101);
      expect(customer!.values).toMatchObject({
        firstName: 'Ann',
        company: null,
        email: 'old@bulk.example',
        parent: 103,
      });
      expect((await web().readCustomer(103))!.addresses[0]!.values.city).toBe('Ede');
      expect(await importOf(web(), importId!)).toMatchObject({ state: 'committed', source: 'bulk_id', rows: 5 });
      expect(Object.values(await outcomesOf(web(), importId!)).map((text) => text.split(' ')[0])).toEqual([
        'updated',
        'failed',
        'created',
        'failed',
        'failed',
      ]);
      const { outcomes } = await web().readTotals(importId!);
      expect(outcomes).toMatchObject({ created: 1, updated: 1, failed: 3 });
      expect((await web().readChanges(101, 9)).map(({ importId: from }) => from)).toContain(importId);
    });

    it('many rows are committed in chunks, with the same answer', async () => {
      const customers = Array.from({ length: 2500 }, (_, at) => ({ id: 200_000 + at, email: `m${at}@bulk.example` }));
      const { body } = await byId(customers, { key: 'many' });
      expect((body.data as { success: boolean }[]).filter(({ success }) => success)).toHaveLength(2500);
      const again = await byId(customers, { key: 'many' });
      expect(again.body).toEqual(body);
    });

    it('the same key and request at the same time have one effect and one answer; another request is refused', async () => {
      const customers = [
        { id: 301, firstName: 'Once' },
        { id: 302, email: 'bad' },
      ];
      const before = (await web().countImports()).all;
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, at) => send(at % 2 ? web() : worker(), 'byId', { customers }, { key: 'once' })),
      );
      for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]!.body]);
      expect((await web().countImports()).all).toBe(before + 1);
      expect((await web().readCustomer(301))!.version).toBe(1);
      expect((await byId([{ id: 303 }], { key: 'once' })).status).toBe(422);
      expect((await byId([{ id: 303 }], { key: 'once', caller: 'another' })).status).toBe(200);
    });

    it('a customer that others change meanwhile is planned again, and nobody waits for good', async () => {
      await byId([{ id: 401, firstName: 'A' }]);
      const updates = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          send(at % 2 ? web() : worker(), 'byId', { customers: [{ id: 401, title: `T${at}` }] }),
        ),
      );
      const told = updates.map(({ body }) => (body.data as { success: boolean }[])[0]!.success);
      expect(told.filter(Boolean).length).toBeGreaterThan(6);
      expect((await web().readCustomer(401))!.version).toBe(1 + told.filter(Boolean).length);
      const creates = await Promise.all(
        Array.from({ length: 6 }, () => byId([{ id: 402, sourceId: 'S402', source: 'erp', firstName: 'B' }])),
      );
      expect(creates.map(({ body }) => (body.data as { success: boolean }[])[0]!.success)).toEqual(Array(6).fill(true));
      expect((await web().readCustomer(402))!.version).toBe(1);
    });

    it('null clears a field, and in the place of a list all that is in it', async () => {
      const [one] = [
        {
          id: 801,
          company: 'C',
          addresses: [{ type: 'invoice', city: 'Ede' }],
          attributes: [{ class: 'c', name: 'A', type: 't', value: '1' }],
        },
      ];
      await byId([one]);
      await byId([{ id: 801, company: null, addresses: null, attributes: null }]);
      expect(await web().readCustomer(801)).toMatchObject({ addresses: [], attributes: [], values: { company: null } });
    });

    it('a plan says the same and writes nothing', async () => {
      const customers = [
        { id: 501, email: 'plan@bulk.example' },
        { id: 502, gender: 'X' },
      ];
      const before = [(await web().countImports()).all, (await allCustomers(web())).length];
      const plan = await byId(customers, { plan: true });
      expect(plan.importId).toBeNull();
      expect([(await web().countImports()).all, (await allCustomers(web())).length]).toEqual(before);
      const done = await byId(customers);
      const shape = ({ body }: typeof plan) =>
        (body.data as { action: string; success: boolean }[]).map((one) => [one.action, one.success]);
      expect(shape(plan)).toEqual(shape(done));
    });

    it('by source system is all or nothing', async () => {
      const input = (sourceSystemId: string, more = {}) => ({
        sourceSystem: 'shop',
        sourceSystemId,
        name: `N ${sourceSystemId}`,
        ...more,
      });
      const made = await send(web(), 'bySourceSystem', {
        inputs: [
          input('1', { addresses: [{ city: 'Ede', country: 'NL' }], metadata: { b: [1], a: null } }),
          { name: 'No key' },
        ],
      });
      expect(made.status).toBe(200);
      const [first] = (made.body.createCustomers as { returning: Record<string, unknown>[] }).returning;
      expect(first).toMatchObject({
        sourceSystemId: '1',
        metadata: { a: null, b: [1] },
        addresses: [{ city: 'Ede', country: 'NL' }],
      });
      expect(await web().readCustomer(first!.id as string)).toMatchObject({ values: { name: 'N 1' } });
      const count = (await allCustomers(web())).length;
      const taken = await send(web(), 'bySourceSystem', { inputs: [input('2'), input('1'), input('2')] });
      expect(taken.status).toBe(409);
      expect((taken.body.errors as { path: string }[]).map(({ path }) => path)).toEqual([
        expect.stringContaining('$.inputs[1]'),
        expect.stringContaining('$.inputs[2]'),
      ]);
      const bad = await send(web(), 'bySourceSystem', { inputs: [input('3'), input('4', { emailAddress: 'none' })] });
      expect(bad).toMatchObject({ status: 400, body: { path: '$.inputs[1].emailAddress' } });
      expect((await allCustomers(web())).length).toBe(count);
      expect(await outcomesOf(web(), bad.importId!)).toEqual({ 1: 'skipped atomic', 2: 'failed issues' });
    });

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

    it('what a request says to be the default of its type becomes it, and is so in the history', async () => {
      await byId([{ id: 901, addresses: [{ type: 'invoice', city: 'Ede', isDefault: 'N' }] }]);
      const given = [
        { type: 'invoice', city: 'Delft', isDefault: 'Y' },
        { type: 'delivery', city: 'Breda', isDefault: 'Y' },
      ];
      await byId([{ id: 901, addresses: given }]);
      const now = async () =>
        (await web().readCustomer(901))!.addresses.map(({ type, isDefault, values }) => [type, isDefault, values.city]);
      const expected = [
        ['invoice', true, 'Delft'],
        ['delivery', true, 'Breda'],
      ];
      expect(await now()).toEqual(expected);
      const [last] = await web().readChanges(901, 9);
      expect(last!.patch).toMatchObject({ 'billing.city': ['Ede', 'Delft'], 'shipping.city': [null, 'Breda'] });
      expect(JSON.stringify(last!.patch.addresses)).toContain('isDefault');
      const again = await byId([{ id: 901, addresses: given }]);
      expect(Object.values(await outcomesOf(web(), again.importId!))).toEqual(['unchanged']);
      expect(await now()).toEqual(expected);
    });

    it('a customer edited by hand between the plans and the writing is not overwritten', async () => {
      await byId([{ id: 701, firstName: 'Before' }]);
      const waiting = await review(web(), {
        fields: ['id', 'lastName'],
        rows: [['701', 'File']],
        mapping: { matchKey: 'id' },
      });
      await editCustomer(web(), 701, 1, { firstName: 'Hand' });
      await byId([{ id: 701, lastName: 'Request' }]);
      expect((await web().readCustomer(701))!.values).toMatchObject({ firstName: 'Hand', lastName: 'Request' });
      expect((await rowsOf(web(), waiting))[0]!.plan.disposition).toBe('update');
    });
  });
