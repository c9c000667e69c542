import { expect, test } from 'vitest';
import type { LiveAddress } from '../customer-records';
import { planAddressList } from './address-list';
import { patchBetween } from './address-patch';
import { changeLines } from './change-lines';

const home: LiveAddress = {
  ...{ number: 1, type: 'invoice', isDefault: true },
  values: { street: 'Kade', number: '4', city: 'Utrecht', icp: 'N' },
};
const store: LiveAddress = { number: 2, type: 'warehouse', isDefault: true, values: { city: 'Delft' } };

/** Beside the one that a column would mean. */
const second = { ...home, number: 3, isDefault: false, values: { ...home.values, code: 'B' } };

const linesOf = (addresses: LiveAddress[], list: ({ type: string } & Record<string, unknown>)[]) => {
  const stated = list.map(({ type, ...values }) => ({ type, values }));
  const { after } = planAddressList(addresses, JSON.stringify(stated));
  return changeLines(patchBetween(addresses, after)).map(({ label, old, now }) => [label, old, now]);
};

test('each address of a list that no column means is a line in words, with the parts that differ or, where it is new or gone, all of them', () => {
  const list = [
    { type: 'invoice', code: 'B', number: '5', city: null, icp: 'Y' },
    { type: 'warehouse', city: null },
    { type: 'showroom', city: 'Breda', country: 'NL' },
  ];
  expect(linesOf([home, store, second], list)).toEqual([
    ['warehouse 2', 'Delft', null],
    ['Billing 3', 'Number: 4, City: Utrecht, ICP: No', 'Number: 5, City: blank, ICP: Yes'],
    ['showroom 4', null, 'Breda, NL'],
  ]);
});

test('an address of a list that a column means changes part by part, as by that column', () => {
  const list = [
    { type: 'invoice', number: '5', city: null },
    { type: 'delivery', city: 'Breda' },
  ];
  expect(linesOf([home, store, second], list)).toEqual([
    ['Billing · Number', '4', '5'],
    ['Billing · City', 'Utrecht', null],
    ['Shipping · City', null, 'Breda'],
  ]);
});

test('an address that becomes the default says so, and so does the one that was', () => {
  const other = { number: 2, type: 'invoice', isDefault: false, values: { code: 'B' } };
  const { after } = planAddressList([home, other], '[{"type":"invoice","isDefault":true,"values":{"code":"B"}}]');
  expect(changeLines(patchBetween([home, other], after)).map(({ label, old, now }) => [label, old, now])).toEqual([
    ['Billing 1', 'default', 'not default'],
    ['Billing 2', 'not default', 'default'],
  ]);
});

test('other fields have their label, attributes the one of their definition', () => {
  const tier = { name: 'TIER', label: 'Loyalty', class: '', type: 'text' as const, options: [], description: null };
  const lines = changeLines(
    { email: [null, 'a@example.com'], 'attribute.TIER': ['x', null], 'attribute.a.b': [null, '1'] },
    [tier],
  );
  expect(lines.map(({ label }) => label)).toEqual(['Email', 'Loyalty', 'a.b']);
});
