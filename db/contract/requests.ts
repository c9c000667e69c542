import { describe, expect, it } from 'vitest';
import { editCustomer } from '../../lib/review/edit-customer';
import { allCustomers } from '../../lib/testing/customers';
import { type Sent, send } from '../../lib/testing/send-request';
import { importOf, outcomesOf, review, rowsOf } from '../../lib/testing/sheet';
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
        expect.stringContaining('$.inputs[0]'),
        expect.stringContaining('$.inputs[1]'),
        expect.stringContaining('$.inputs[2]'),
      ]);
      const bad = await send(web(), 'bySourceSystem', { inputs: [input('3'), input('4', { emailAddress: 'none' })] });
      expect(bad).toMatchObject({ status: 400, body: { path: '$.inputs[1].emailAddress' } });
      const all = [input('5', { emailAddress: 'none', deletedAt: 'never' }), input('5'), input('1')];
      const { status, body } = await send(web(), 'bySourceSystem', { inputs: all });
      const named = (body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
      expect([status, ...named.sort()]).toEqual([
        400,
        '$.inputs[0].deletedAt validation-failed',
        '$.inputs[0].emailAddress validation-failed',
        '$.inputs[0].sourceSystemId constraint-violation',
        '$.inputs[1].sourceSystemId constraint-violation',
        '$.inputs[2].sourceSystemId constraint-violation',
      ]);
      expect((await allCustomers(web())).length).toBe(count);
      expect(await outcomesOf(web(), bad.importId!)).toEqual({ 1: 'skipped atomic', 2: 'failed issues' });
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
