import { beforeAll, describe, expect, it } from 'vitest';
import { contentOf, customerByEmail } from '../testing/customers';
import { onDatabase } from '../testing/database';
import { commit, review, submitNow } from '../testing/sheet';
import { withDesk } from '../testing/test-store';
import { show } from '../vault';
import { editCustomer } from './edit-customer';

const desk = withDesk();
const store = () => desk.store();
const fields = ['email', 'sourceSystem', 'sourceSystemId', 'firstName', 'debtorId', 'billing.street', 'billing.city'];
const rows = Array.from({ length: 16 }, (_, at) => [
  `c${at}@example.com`,
  'erp',
  `E${at}`,
  'Ann',
  String(100 + at),
  'Street 1',
  'Gent',
]);
let next = 0;
beforeAll(async () => {
  await commit(store(), { fields, rows });
});

/** A customer no other test has. */
async function fresh() {
  next += 1;
  return customerByEmail(store(), `c${next}@example.com`);
}

const saved = { status: 'saved' };

describe('a customer changed by hand', () => {
  it('has a version more, and its history says what changed, by hand', async () => {
    const { id, version } = await fresh();
    expect(await editCustomer(store(), id, version, { firstName: ' Zoë ', debtorId: '0007' })).toEqual(saved);
    const now = await store().readCustomer(id);
    expect(now).toMatchObject({ version: version + 1, values: { firstName: 'Zoë', debtorId: 7 } });
    expect(now?.lastChange).toEqual({
      kind: 'edit',
      importId: null,
      name: 'Edited by hand',
      row: null,
      created: false,
    });
    const [change] = await store().readChanges(id, 1);
    expect(change).toMatchObject({ kind: 'edit', importId: null, row: null, fileName: null, created: false });
    expect(change?.patch).toEqual({ firstName: ['Ann', 'Zoë'], debtorId: [100 + next, 7] });
    expect((await store().findCustomers([{ kind: 'debtorId', keys: ['7'] }])).map((each) => each.id)).toEqual([id]);
    const found = await store().listCustomers({ q: 'zoe', sort: 'name', descending: false, limit: 9 });
    expect(found.map((each) => each.id)).toEqual([id]);
  });

  it('the ledger keeps the customer and its addresses as they were', async () => {
    const before = await fresh();
    await editCustomer(store(), before.id, 1, { firstName: null, 'billing.city': 'Brugge' });
    const image = onDatabase(desk.dataDir(), (database) =>
      database
        .prepare('select before from customer_changes where customer_id = ? and before is not null')
        .pluck()
        .get(before.id),
    ) as string;
    const { version, ...content } = JSON.parse(image);
    expect(version).toBe(1);
    const wanted = contentOf(before);
    expect(contentOf(content)).toEqual({
      ...wanted,
      addresses: wanted.addresses.map((address) => ({ ...address, isDefault: 1 })),
    });
  });

  it('what changes nothing leaves no entry in the audit log, a masked value least of all', async () => {
    await commit(store(), { fields: ['email', 'ssn'], rows: [['sealed@example.com', '123-45-6789']] });
    const { id, version, values } = await customerByEmail(store(), 'sealed@example.com');
    const who = { actorKind: 'person', actorId: 'p', actorName: 'Ada', address: null } as const;
    const object = { objectKind: 'customer', objectId: String(id), details: {} };
    const by = store().noting({ ...who, ...object, action: 'customer_edited' });
    const masked = show(store().vault, String(values.ssn));
    expect(await editCustomer(by, id, version, { ssn: masked })).toEqual({ status: 'unchanged' });
    expect(await editCustomer(by, id, version, { email: 'sealed@example.com' })).toEqual({ status: 'unchanged' });
    expect(await store().readAudit({ limit: 1 })).toEqual([]);
    expect(await editCustomer(by, id, version, { firstName: 'Bo', ssn: masked })).toEqual(saved);
    expect(await store().readAudit({ limit: 9 })).toHaveLength(1);
  });

  it('blank or null clears; what is not named stays', async () => {
    const { id, version } = await fresh();
    expect(await editCustomer(store(), id, version, { firstName: null, debtorId: '  ' })).toEqual(saved);
    const now = (await store().readCustomer(id))!;
    expect(now.values).toMatchObject({ firstName: null, debtorId: null, email: `c${next}@example.com` });
    expect(contentOf(now).addresses).toHaveLength(1);
  });

  it('an address alone can be changed, added, and removed by clearing it', async () => {
    const { id } = await fresh();
    expect(await editCustomer(store(), id, 1, { 'billing.city': 'Łódź' })).toEqual(saved);
    expect(await editCustomer(store(), id, 2, { 'shipping.city': 'Brugge' })).toEqual(saved);
    expect(contentOf((await store().readCustomer(id))!).addresses).toEqual([
      { number: 1, type: 'invoice', isDefault: true, values: { street: 'Street 1', city: 'Łódź' } },
      { number: 2, type: 'delivery', isDefault: true, values: { city: 'Brugge' } },
    ]);
    expect(await editCustomer(store(), id, 3, { 'billing.city': null, 'billing.street': '' })).toEqual(saved);
    const now = (await store().readCustomer(id))!;
    expect(now.version).toBe(4);
    expect(contentOf(now).addresses.map((address) => address.type)).toEqual(['delivery']);
  });

  it('any address is changed by its id, and a new one is added with its type', async () => {
    const { id } = await fresh();
    const added = { 'addresses.new.type': 'warehouse', 'addresses.new.city': 'Breda', 'addresses.new.code': 'W1' };
    expect(await editCustomer(store(), id, 1, added)).toEqual(saved);
    const second = { 'addresses.new.type': 'invoice', 'addresses.new.city': 'Delft', 'addresses.2.city': ' Tilburg ' };
    expect(await editCustomer(store(), id, 2, second)).toEqual(saved);
    const now = async () =>
      contentOf((await store().readCustomer(id))!).addresses.map(({ number, type, isDefault, values }) => [
        ...[number, type, isDefault, values.city],
      ]);
    expect(await now()).toEqual([
      [1, 'invoice', true, 'Gent'],
      [2, 'warehouse', true, 'Tilburg'],
      [3, 'invoice', false, 'Delft'],
    ]);
    const [change] = await store().readChanges(id, 1);
    expect(JSON.parse(String(change!.patch.addresses![0]))).toEqual([
      { id: 2, type: 'warehouse', isDefault: true, city: 'Breda' },
    ]);
    const moved = { 'addresses.3.isDefault': 'Y', 'addresses.2.city': null, 'addresses.2.code': '' };
    expect(await editCustomer(store(), id, 3, moved)).toEqual(saved);
    expect(await now()).toEqual([
      [1, 'invoice', false, 'Gent'],
      [3, 'invoice', true, 'Delft'],
    ]);
    expect(await editCustomer(store(), id, 4, { 'addresses.3.city': 'Delft' })).toEqual({ status: 'unchanged' });
  });

  it.each([
    [{ 'addresses.9.city': 'Nowhere' }, 'addresses.9.city'],
    [{ 'addresses.1.type': 'HOME' }, 'addresses.1.type'],
    [{ 'addresses.1.country': 'Nowhere' }, 'addresses.1.country'],
    [{ 'addresses.new.type': 'HOME' }, 'addresses.new.type'],
    [{ 'addresses.new.type': 'x'.repeat(51), 'addresses.new.city': 'A' }, 'addresses.new.type'],
  ])('an address that there is not, or with a part that is wrong, is refused: %j', async (values, field) => {
    const { id } = await customerByEmail(store(), 'c0@example.com');
    const edited = await editCustomer(store(), id, 1, values);
    expect(edited).toEqual({ status: 'refused', errors: { [field]: expect.any(String) } });
  });

  it('to what it is already is unchanged: no version, no history', async () => {
    const { id } = await fresh();
    expect(await editCustomer(store(), id, 1, { firstName: 'Ann ', 'shipping.city': '' })).toEqual({
      status: 'unchanged',
    });
    expect((await store().readCustomer(id))?.version).toBe(1);
    expect(await store().readChanges(id, 9)).toHaveLength(1);
  });

  it('with errors is refused field by field, and nothing is written', async () => {
    const { id } = await fresh();
    const edited = await editCustomer(store(), id, 1, { firstName: 'Bo', email: 'no address', debtorId: 'x' });
    expect(edited.status).toBe('refused');
    expect(Object.keys((edited as { errors: object }).errors).sort()).toEqual(['debtorId', 'email']);
    expect((await store().readCustomer(id))?.values.firstName).toBe('Ann');
  });

  it('attributes are checked by their definitions, others are text, and each keeps its class', async () => {
    const { id, version } = await fresh();
    const tier = { name: 'TIER', label: 'Loyalty', class: 'crm', type: 'list' as const, options: ['gold', 'silver'] };
    await store().addAttribute({ ...tier, description: null });
    const given = [
      { class: '', name: 'TIER', type: 'text', value: 'another' },
      { class: 'x', name: 'Free text', type: 'text', value: 'v' },
    ];
    const row = [`c${next}@example.com`, JSON.stringify(given)];
    await commit(store(), { fields: ['email', 'attributes'], rows: [row] });
    const edit = (at: number, texts: Record<string, string | null>) => editCustomer(store(), id, version + at, texts);
    const now = async () =>
      (await store().readCustomer(id))!.attributes.map((each) => [each.class, each.name, each.type, each.value]);
    expect(await edit(1, { 'attribute.TIER': 'brass', firstName: 'Bo' })).toMatchObject({
      status: 'refused',
      errors: { 'attribute.TIER': 'Choose one of gold, silver.' },
    });
    expect(await edit(1, { 'attribute.NONE': 'x' })).toMatchObject({ status: 'refused' });
    expect(await edit(1, { 'attribute.TIER': 'GOLD', 'attribute.Free text': 'w', 'attribute..TIER': null })).toEqual(
      saved,
    );
    expect(await now()).toEqual([
      ['crm', 'TIER', 'list', 'gold'],
      ['x', 'Free text', 'text', 'w'],
    ]);
    expect(await edit(2, { 'attribute.TIER': 'gold' })).toEqual({ status: 'unchanged' });
    expect(await edit(2, { 'attribute.TIER': ' ' })).toEqual(saved);
    expect(await now()).toEqual([['x', 'Free text', 'text', 'w']]);
    const [last] = await store().readChanges(id, 1);
    expect(last!.patch).toEqual({ 'attribute.TIER': ['gold', null] });
    await store().removeAttribute('TIER');
  });

  it('its parent, its rule and its JSON can be typed', async () => {
    const [{ id, version }, parent] = [await fresh(), await fresh()];
    const typed = {
      'customerRule.dueOption': '-30',
      metadata: '{ "b": 1, "a": [] }',
      ccEmails: 'a@b.example; c@d.example',
    };
    expect(await editCustomer(store(), id, version, { ...typed, parent: String(parent.id) })).toEqual(saved);
    expect((await store().readCustomer(id))!.values).toMatchObject({
      parent: parent.id,
      'customerRule.dueOption': -30,
      metadata: '{"b":1,"a":[]}',
      ccEmails: '["a@b.example","c@d.example"]',
    });
    for (const wrong of ['4711', String(id)]) {
      const edited = await editCustomer(store(), id, version + 1, { parent: wrong, metadata: '{' });
      expect(edited).toMatchObject({ status: 'refused', errors: { metadata: expect.any(String) } });
      expect(await editCustomer(store(), id, version + 1, { parent: wrong })).toMatchObject({
        status: 'refused',
        errors: { parent: expect.any(String) },
      });
    }
  });

  it('fields that are none, and the id, are refused', async () => {
    const { id } = await fresh();
    expect(await editCustomer(store(), id, 1, { id: '5', __proto__x: 'y', version: '9' })).toMatchObject({
      status: 'refused',
      errors: { id: expect.any(String), __proto__x: expect.any(String), version: expect.any(String) },
    });
    expect(await store().readCustomer(5)).toBeNull();
  });

  it('a source pair of another customer is refused, by its half too', async () => {
    const { id } = await fresh();
    const half: Record<string, string> = { sourceSystemId: 'E0' };
    for (const taken of [half, { ...half, sourceSystem: 'erp' }]) {
      const edited = await editCustomer(store(), id, 1, taken);
      expect(edited).toMatchObject({ status: 'refused', errors: { sourceSystemId: expect.any(String) } });
    }
    expect(await editCustomer(store(), id, 1, { sourceSystemId: 'E-new' })).toEqual(saved);
  });

  it('is not left with half a source pair', async () => {
    const { id } = await fresh();
    const half = await editCustomer(store(), id, 1, { sourceSystem: null });
    expect(half).toMatchObject({ status: 'refused', errors: { sourceSystem: expect.any(String) } });
    expect(await editCustomer(store(), id, 1, { sourceSystem: null, sourceSystemId: '' })).toEqual(saved);
  });

  it('changed by someone else meanwhile differs, whoever it was, and is not overwritten', async () => {
    const { id } = await fresh();
    expect(await editCustomer(desk.other(), id, 1, { firstName: 'First' })).toEqual(saved);
    expect(await editCustomer(store(), id, 1, { firstName: 'Second' })).toEqual({ status: 'differs' });
    const both = await Promise.all(
      ['A', 'B', 'C'].map((name, at) => editCustomer(at % 2 ? store() : desk.other(), id, 2, { firstName: name })),
    );
    expect(both.map((edited) => edited.status).sort()).toEqual(['differs', 'differs', 'saved']);
    const now = (await store().readCustomer(id))!;
    expect(now.version).toBe(3);
    expect(now.values.firstName).toBe(['A', 'B', 'C'][both.findIndex((edited) => edited.status === 'saved')]);
  });

  it('while an import is in review makes its row a conflict; one that is not there is not found', async () => {
    const { id } = await fresh();
    const late = await review(store(), { fields: ['email', 'firstName'], rows: [[`c${next}@example.com`, 'Import']] });
    await editCustomer(store(), id, 1, { 'billing.street': 'Street 2' });
    await submitNow(store(), late);
    expect((await store().readTotals(late)).outcomes.conflict).toBe(1);
    expect((await store().readCustomer(id))?.values.firstName).toBe('Ann');
    expect(await editCustomer(store(), 987_654, 1, { firstName: 'x' })).toEqual({ status: 'not_found' });
  });
});
