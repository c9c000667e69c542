import { expect, it } from 'vitest';
import { addressCells } from './address-cells';

const invoice = { type: 'invoice', city: 'Utrecht' };
const cellsOf = (...all: Parameters<typeof addressCells>[0][number]['addresses'][]) =>
  addressCells(all.map((addresses) => ({ addresses })));
const asList = (addresses: object[]) => ({ addresses: JSON.stringify(addresses) });

it('one address of a type is columns; what says nothing has none, and null clears the whole list', () => {
  const delivery = { type: 'delivery', street: null, icp: true };
  expect(cellsOf([invoice, delivery], undefined, null)).toEqual({
    cells: [{ 'billing.city': 'Utrecht', 'shipping.street': '', 'shipping.icp': 'Y' }, {}, { addresses: '' }],
    defaultsOnly: false,
  });
});

it.each([
  ['two of a type', [invoice, invoice]],
  ['another order than the columns have', [{ type: 'delivery', city: 'Utrecht' }, invoice]],
  ['one of another type', [{ type: 'HOME', city: 'Utrecht' }]],
  ['one that is found by its code', [{ ...invoice, code: 'A1' }]],
  ['one that is not to be the default', [{ ...invoice, isDefault: false }]],
  ['one of which nothing but its type is said', [{ type: 'invoice' }]],
  ['none', []],
])('a list with %s stays a list', (_, addresses) => {
  expect(cellsOf(addresses)).toEqual({ cells: [asList(addresses)], defaultsOnly: false });
});

it('all are to be defaults, or who asks for one keeps the list', () => {
  const asked = { ...invoice, isDefault: true };
  expect(cellsOf([asked], [asked], undefined)).toEqual({
    cells: [{ 'billing.city': 'Utrecht' }, { 'billing.city': 'Utrecht' }, {}],
    defaultsOnly: true,
  });
  expect(cellsOf([asked], [invoice])).toEqual({
    cells: [asList([asked]), { 'billing.city': 'Utrecht' }],
    defaultsOnly: false,
  });
});
