import { expect, it } from 'vitest';
import { type AddressView, type CustomerView, customerView } from '@/lib/contracts/customer-api';
import { givenFields, givenParts } from '@/lib/contracts/customer-fields';
import { editFields, editGroups, formValues } from './edit-fields';

const none = { phoneE164: null, mobileE164: null };
const address = (id: number, type: string, isDefault: boolean): AddressView => ({
  ...{ id, type, isDefault },
  ...givenParts({ city: `City ${id}` }),
  ...none,
});
const customer = (...addresses: AddressView[]): CustomerView =>
  customerView.parse({
    ...{ id: 5, uuid: 'u', version: 1, ...givenFields({}), ...none, attributes: [], lastChange: null },
    ...{ addresses, createdAt: '2026-11-22T12:00:00Z', updatedAt: '2026-11-22T12:00:00Z' },
  });
const sectionsOf = (of: CustomerView) => {
  const all = editFields(of, []);
  const values = formValues(of, all, []);
  return editGroups(all)
    .slice(5)
    .map(({ section, fields, folded }) => {
      const city = fields.find(({ title }) => title === 'City')!;
      return [section, values[city.key], folded];
    });
};

it('every address has its place: three by their groups, others by their ids, and a new one', () => {
  const own = [address(1, 'invoice', false), address(2, 'invoice', true), address(3, 'Billing', true)];
  expect(sectionsOf(customer(...own))).toEqual([
    ['Billing', 'City 2', false],
    ['Shipping', '', false],
    ['General', '', false],
    ['Billing 1', 'City 1', false],
    ['Billing 3', 'City 3', false],
    ['New address', '', false],
  ]);
});

it('of many addresses those without a group are folded', () => {
  const many = Array.from({ length: 5 }, (_, at) => address(at + 1, 'delivery', at === 0));
  const folded = sectionsOf(customer(...many)).map(([section, , is]) => [section, is]);
  expect(folded).toContainEqual(['Shipping', false]);
  expect(folded).toContainEqual(['Shipping 5', true]);
});
