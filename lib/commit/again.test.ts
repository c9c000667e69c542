import { describe, expect, it } from 'vitest';
import { allCustomers, contentOf, customerByEmail } from '../testing/customers';
import { commit, outcomesOf } from '../testing/sheet';
import { withStore } from '../testing/test-store';

const store = withStore();
const fields = ['id', 'email', 'debtorId', 'dateOfBirth', 'phone', 'billing.street', 'billing.city', 'shipping.city'];
const rows = [
  ['41', 'a@example.com', '0042', '3-4-1984', '06 5550 1234', ' Straße 1 ', 'Ⅷ', ''],
  ['', 'b@example.com', '', '', '', '', '', 'Gent'],
  ['', 'Ç\u0327@example.com', '9007199254740991', '1984-02-29', '+31655501234', '=1+1', "'s-Gravenhage", '\u200bX'],
];
const sheet = { fields, rows };

describe('the same file again', () => {
  it('leaves every row unchanged and no version higher', async () => {
    await commit(store(), sheet);
    const before = await allCustomers(store());
    expect(before).toHaveLength(3);
    const again = await commit(store(), sheet);
    expect(await outcomesOf(store(), again)).toEqual({ 2: 'unchanged', 3: 'unchanged', 4: 'unchanged' });
    expect(await allCustomers(store())).toEqual(before);
  });

  it('with one address changed, raises that customer’s version alone', async () => {
    const other = { fields, rows: [['', 'b@example.com', '', '', '', '', '', 'Brugge'], rows[0]!] };
    const id = await commit(store(), other);
    expect(await outcomesOf(store(), id)).toEqual({ 2: 'updated', 3: 'unchanged' });
    const changed = await customerByEmail(store(), 'b@example.com');
    expect(changed.version).toBe(2);
    expect(contentOf(changed).addresses).toEqual([
      { number: 1, type: 'delivery', isDefault: true, values: { city: 'Brugge' } },
    ]);
    expect((await customerByEmail(store(), 'a@example.com')).version).toBe(1);
  });

  it('with blanks that clear, removes an address of nothing but blanks, and keeps the key', async () => {
    const cleared = {
      fields,
      rows: [['', 'b@example.com', '', '', '', '', '', '']],
      mapping: { blank: 'clear' as const },
    };
    await commit(store(), cleared);
    const customer = await customerByEmail(store(), 'b@example.com');
    expect(contentOf(customer)).toEqual({ values: { email: 'b@example.com' }, addresses: [] });
  });
});

describe('a file that feeds little', () => {
  it('only the id, or the id and an address, is committed like any other', async () => {
    const mapping = { matchKey: 'id' as const };
    const ids = await commit(store(), { fields: ['id'], rows: [['501'], ['502']], mapping });
    expect(await outcomesOf(store(), ids)).toEqual({ 2: 'created', 3: 'created' });
    const cities = await commit(store(), {
      fields: ['id', 'billing.city'],
      rows: [
        ['501', 'Gent'],
        ['502', ''],
      ],
      mapping,
    });
    expect(await outcomesOf(store(), cities)).toEqual({ 2: 'updated', 3: 'unchanged' });
    const customer = await store().readCustomer(501);
    expect(contentOf(customer!)).toMatchObject({ values: {}, addresses: [{ values: { city: 'Gent' } }] });
  });
});
