import { expect, it } from 'vitest';
import type { Dialect } from './dialects';
import { readRequest } from './read-request';

const sheetOf = async (dialect: Dialect, customers: object[]) => {
  const list = dialect === 'bySourceSystem' ? 'inputs' : 'customers';
  const read = await readRequest(dialect, Buffer.from(JSON.stringify({ [list]: customers })));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.sheet;
};
/** The first row by field; what is JSON is read. */
const rowOf = async (dialect: Dialect, customer: object) => {
  const { fields, rows } = await sheetOf(dialect, [customer]);
  return Object.fromEntries(
    fields.map((field, at) => [field, /^[[{]/.test(rows[0]![at]!) ? JSON.parse(rows[0]![at]!) : rows[0]![at]]),
  );
};

it('a column for each field that any customer names; absent keeps, null clears', async () => {
  const customers = [
    { id: 1, email: 'a@example.com' },
    { id: 2, phone: null },
    { id: 3, email: '' },
  ];
  expect(await sheetOf('byId', customers)).toEqual({
    fields: ['id', 'email', 'phone'],
    rows: [
      ['1', 'a@example.com', null],
      ['2', null, ''],
      ['3', '', null],
    ],
    defaultsOnly: false,
  });
});

it('contract A: attributes come as one cell, addresses in columns, the parent by number or by source', async () => {
  const customer = {
    id: 25494,
    source: 'erp',
    sourceId: '007',
    parent: { source: 'erp', sourceId: '006' },
    attributes: [
      { class: 'a', name: 'b', type: 'c', value: 1.5 },
      { class: 'a', name: 'gone', value: null },
    ],
    addresses: [{ type: 'invoice', isDefault: 'Y', icp: 'N', city: null, street: 'Dam' }],
  };
  expect(await rowOf('byId', customer)).toEqual({
    id: '25494',
    sourceSystem: 'erp',
    sourceSystemId: '007',
    parentSourceSystem: 'erp',
    parentSourceSystemId: '006',
    'billing.icp': 'N',
    'billing.city': '',
    'billing.street': 'Dam',
    attributes: [
      { class: 'a', name: 'b', type: 'c', value: '1.5' },
      { class: 'a', name: 'gone' },
    ],
  });
  expect(await rowOf('byId', { id: 1, parent: { id: 7 } })).toEqual({ id: '1', parent: '7' });
  expect(await rowOf('byId', { id: 1, parent: null, addresses: null, attributes: null })).toEqual({
    id: '1',
    parent: '',
    addresses: '',
    attributes: '',
  });
});

it('contract B: what is wrapped is unwrapped, and JSON stays JSON', async () => {
  const input = {
    name: 'Acme',
    emailAddress: 'a@example.com',
    ccEmailAddresses: ['b@example.com'],
    customerRule: { data: { dueOption: 30 } },
    metadata: { data: { mine: true } },
    contacts: { data: [{ name: 'Ann' }] },
    paymentLineItems: { data: 1, more: 2 },
    addresses: {
      data: [
        { streetLine1: 'Dam 1', zipOrPostalCode: '1012', stateOrProvince: null },
        { type: 'HOME', city: 'X' },
      ],
    },
  };
  expect(await rowOf('bySourceSystem', input)).toEqual({
    name: 'Acme',
    email: 'a@example.com',
    ccEmails: ['b@example.com'],
    'customerRule.dueOption': '30',
    metadata: { data: { mine: true } },
    contacts: [{ name: 'Ann' }],
    paymentLineItems: { data: 1, more: 2 },
    addresses: [
      { type: 'ADDRESS_BOOK', street: 'Dam 1', postalCode: '1012', region: null },
      { type: 'HOME', city: 'X' },
    ],
  });
});

const ann = { name: 'Ann', email: 'a@example.com', country: 'nl' };
const plain = { firstName: 'Ann', email: 'a@example.com', country: 'nl', locale: 'en' };

it('contract C: billing is the invoice address, shipping the delivery address', async () => {
  const customer = {
    ...ann,
    locale: 'nl',
    last_name: 'Vos',
    timezone_offset: '+03:00',
    billing_information: { name: 'Ann', address: 'Dam 1', postcode: '1012', state: 'NH', vat_number: 'NL1' },
    shipping_information: { last_name: 'Vos', address: 'Spui 2', same_shipping_address: false },
  };
  expect(await rowOf('scheduled', customer)).toEqual({
    ...plain,
    locale: 'nl',
    lastName: 'Vos',
    timezoneOffset: '+03:00',
    'billing.name': 'Ann',
    'billing.street': 'Dam 1',
    'billing.postalCode': '1012',
    'billing.region': 'NH',
    'billing.vatNumber': 'NL1',
    'billing.isCompany': 'N',
    'shipping.lastName': 'Vos',
    'shipping.street': 'Spui 2',
  });
  for (const locale of [null, '', ' '])
    expect(await rowOf('scheduled', { ...ann, locale, shipping_information: {} })).toEqual(plain);
  // That nobody is a company makes no address.
  for (const billing of [{}, { city: ' ' }, { city: null, is_company: null }]) {
    const row = await rowOf('scheduled', { ...ann, locale: null, billing_information: billing });
    expect(row).not.toHaveProperty('billing.isCompany');
  }
});

it.each([
  { same_shipping_address: true },
  { shipping_information: { same_shipping_address: true } },
  { same_shipping_address: true, shipping_information: { city: 'Other' } },
])('contract C: the same shipping address is made from the billing one: %j', async (same) => {
  const billing = { city: 'Amsterdam', is_company: true, vat: 'NL1' };
  expect(await rowOf('scheduled', { ...ann, billing_information: billing, ...same })).toEqual({
    ...plain,
    'billing.city': 'Amsterdam',
    'billing.isCompany': 'Y',
    'billing.vatNumber': 'NL1',
    'shipping.city': 'Amsterdam',
    'shipping.isCompany': 'Y',
    'shipping.vatNumber': 'NL1',
  });
});

it('contract C: without a billing address what was sent to ship to stands', async () => {
  const shipping = { city: 'Amsterdam', same_shipping_address: true };
  expect(await rowOf('scheduled', { ...ann, shipping_information: shipping })).toEqual({
    ...plain,
    'shipping.city': 'Amsterdam',
  });
});
