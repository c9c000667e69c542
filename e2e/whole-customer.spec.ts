/** All that a customer can have: from a file into its page, by hand, and out again by the API. */
import type { Page } from '@playwright/test';
import { customerView } from '../lib/contracts/customer-api';
import { axe } from './axe';
import { ask, commitFile, reviewFile, send } from './by-api';
import { csv } from './data';
import { defineAttribute } from './define-attribute';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { cell, chooseFile, open, submit, toReview, toSubmit } from './steps';

const long = { items: Array.from({ length: 20 }, (_, at) => ({ sku: `A-${at}`, count: at })) };
const everything: Record<string, string> = {
  ...{ id: '500', debtorId: '9', sourceSystem: 'erp', sourceSystemId: 'E-500', name: 'Whole Ltd', title: 'Dr' },
  ...{ firstName: 'Ann', middleName: 'B.', lastName: 'Whole', abbreviation: 'AW', company: 'Whole Holding' },
  ...{ dateOfBirth: '1984-02-28', gender: 'f', email: 'whole@example.com', ccEmails: 'a@example.com; b@example.com' },
  ...{ phone: '+31 20 123 4567', language: 'nl', primaryLanguage: 'de', locale: 'nl-NL', timezoneOffset: '+01:00' },
  ...{ country: 'NL', parentSourceSystemId: 'E-1', billToCustomerId: 'E-1', collectorId: 'Desk 4' },
  ...{ 'customerRule.dueOption': '30', addressesLastUpdatedAt: '2026-11-20', deletedAt: '2026-11-21T12:00:00Z' },
  ...{ metadata: JSON.stringify(long), contacts: '[{"name":"Bo"}]', remittanceLineItems: '{"of":[]}' },
  'billing.name': 'Accounts',
  'billing.city': 'Utrecht',
  'billing.vatNumber': 'NL123',
  'billing.isCompany': 'yes',
  'billing.url': 'https://example.com/pay',
  'billing.notes': 'Ring twice.\nThen wait.',
  addresses: JSON.stringify([
    { type: 'delivery', code: 'D1', city: 'Delft', country: 'NL', isDefault: true },
    { type: 'delivery', code: 'D2', city: 'Leiden' },
    { type: 'warehouse', city: 'Breda', url: 'javascript:alert(1)' },
  ]),
  attributes: JSON.stringify([{ class: 'crm', name: 'Free text', type: 'vType', value: 'as it is' }]),
  'Loyalty tier': 'GOLD',
  since: '28-02-1984',
};
const parent = { id: '499', sourceSystem: 'erp', sourceSystemId: 'E-1', name: 'Parent Ltd' };

const fileOf = (...customers: Record<string, string>[]): string => {
  const head = [...new Set(customers.flatMap((each) => Object.keys(each)))];
  return csv(
    customers.map((each) => head.map((name) => each[name] ?? '')),
    head,
  );
};

/** A desk with two attributes. */
const defined = async (page: Page, { baseUrl }: Desk) => {
  await open(page, `${baseUrl}/settings/attributes`);
  await defineAttribute(page, 'LOYALTY_TIER', 'One of a list', { Options: 'gold\nsilver', Label: 'Loyalty tier' });
  await expect(page.getByRole('row').filter({ hasText: 'LOYALTY_TIER' })).toBeVisible();
  await defineAttribute(page, 'SINCE', 'Date', { Class: 'person' });
  await expect(page.getByRole('row').filter({ hasText: 'SINCE' })).toBeVisible();
};
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

test('attributes are fields of the mapping, of the grid and of the report, by their labels', async ({
  page,
  ownDesk,
}) => {
  await defined(page, ownDesk);
  const rows = [
    ['a@example.com', 'GOLD', '28-02-1984'],
    ['b@example.com', 'brass', '30-02-1984'],
  ];
  await open(page, `${ownDesk.baseUrl}/imports/new`);
  await chooseFile(page, { name: 'attributes.csv', content: csv(rows, ['Email', 'Loyalty tier', 'When']) });
  await page.getByRole('link', { name: 'Map 3 columns' }).click();
  await expect(page.getByRole('combobox', { name: 'Field for column B, Loyalty tier' })).toHaveValue('Loyalty tier');
  await page.getByRole('button', { name: 'Choose a field for column C, When' }).click();
  const third = page.getByRole('combobox', { name: 'Field for column C, When' });
  await third.fill('sinc');
  await page.keyboard.press('Enter');
  await expect(third).toHaveValue('SINCE');
  await axe(page);
  await toReview(page);
  await expect(page.getByRole('columnheader', { name: /Loyalty tier/ })).toBeVisible();
  await expect(await cell(page, 2, 'Loyalty tier')).toHaveText('GOLD');
  await expect(await cell(page, 3, 'Loyalty tier')).toHaveAccessibleDescription('Choose one of gold, silver.');
  await expect(region(page, 'Issues by cause')).toContainText('Loyalty tier');
  const tier = await cell(page, 3, 'Loyalty tier');
  await tier.dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Silver');
  await page.keyboard.press('Enter');
  await expect(tier).toHaveText('Silver');
  await toSubmit(page);
  await submit(page);
  await expect(page.getByText('SINCE: ')).toBeVisible();
});

test('a customer shows all it has, and nothing that is blank', async ({ page, ownDesk }) => {
  await defined(page, ownDesk);
  await commitFile(ownDesk, 'everything.csv', fileOf(everything, parent), { matchKey: 'id', dateOrder: 'dmy' });
  await open(page, `${ownDesk.baseUrl}/customers/500`);
  await expect(page.getByText('Deleted at the source on 21 November 2026')).toBeVisible();
  await expect(region(page, 'Contact')).toContainText('a@example.com');
  await expect(region(page, 'Contact').getByRole('link')).toHaveCount(4);
  await expect(region(page, 'Contact').getByRole('link', { name: '+31 20 123 4567' })).toHaveAttribute(
    'href',
    'tel:+31201234567',
  );
  await expect(region(page, 'Contact')).toContainText('+31201234567');
  await expect(region(page, 'Contact')).not.toContainText('Mobile');
  const account = region(page, 'Account');
  await expect(account.getByRole('link', { name: 'Parent Ltd (499)' })).toHaveAttribute('href', '/customers/499');
  await expect(account.getByRole('link', { name: 'Parent Ltd (E-1)' })).toHaveAttribute('href', '/customers/499');
  await expect(account).toContainText('Days until due30');
  await expect(account.getByRole('time')).toHaveAttribute('datetime', '2026-11-20T00:00:00.000Z');
  const attributes = region(page, 'Attributes');
  await expect(attributes).toContainText('Loyalty tiergold list');
  await expect(attributes).toContainText('person · SINCE28 February 1984 date');
  await expect(attributes).toContainText('crm · Free textas it is vType');
  const addresses = region(page, 'Addresses');
  for (const text of [
    'Billing',
    'Shipping 2',
    'Shipping 3',
    'warehouse',
    'Is a company Yes',
    'VAT number NL123',
    'Code D2',
  ]) {
    await expect(addresses).toContainText(text);
  }
  await expect(addresses.getByText('default', { exact: true })).toHaveCount(3);
  await expect(addresses.getByRole('link')).toHaveCount(1);
  await page.getByText('1 key, 84 lines').click();
  await expect(page.getByText('"sku": "A-19"')).toBeVisible();
  await axe(page);
  await open(page, `${ownDesk.baseUrl}/customers/499`);
  for (const name of ['Contact', 'Addresses', 'Account', 'Attributes', 'Further data']) {
    await expect(region(page, name)).toHaveCount(name === 'Contact' ? 1 : 0);
  }
});

test('what a customer has is changed by hand, and the history says what in words', async ({
  page,
  ownDesk,
  faults,
}) => {
  // The parent that there is not is only known to the server.
  faults.allow(/422/);
  await defined(page, ownDesk);
  await commitFile(ownDesk, 'everything.csv', fileOf(everything, parent), { matchKey: 'id', dateOrder: 'dmy' });
  await open(page, `${ownDesk.baseUrl}/customers/500`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await group(page, 'Attributes').getByLabel('Loyalty tier').selectOption('silver');
  await group(page, 'Attributes').getByLabel('crm · Free text').fill('changed');
  await group(page, 'Further data').getByLabel('Contacts').fill('{');
  await group(page, 'Account').getByLabel('Parent').fill('4711');
  await expect(group(page, 'Billing').getByLabel('VAT number')).toHaveCount(0);
  await group(page, 'Billing').getByRole('button', { name: 'More parts' }).click();
  await group(page, 'Billing').getByLabel('Is a company').selectOption('No');
  await expect(group(page, 'General').getByLabel('City')).toHaveCount(0);
  await group(page, 'General').getByRole('button', { name: 'General' }).click();
  await group(page, 'General').getByLabel('City').fill('Gouda');
  await axe(page);
  await page.getByRole('button', { name: 'Save 6 fields' }).click();
  await page.getByRole('button', { name: /^Contacts: Enter JSON/ }).click();
  await expect(group(page, 'Further data').getByLabel('Contacts')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('[]');
  await page.getByRole('button', { name: 'Save 6 fields' }).click();
  await page.getByRole('button', { name: /^Parent: / }).click();
  await expect(group(page, 'Account').getByLabel('Parent')).toBeFocused();
  await group(page, 'Account').getByLabel('Parent').fill('499');
  await page.getByRole('button', { name: 'Save 5 fields' }).click();
  await expect(page.getByText('Saved 5 fields')).toBeVisible();
  const change = region(page, 'History').getByRole('listitem').first();
  await expect(change).toContainText(/Loyalty tiergold.*silver/);
  await expect(change).toContainText(/Billing · Is a companyYes.*No/);
  await page.getByRole('button', { name: 'Edit' }).click();
  await group(page, 'Shipping 3').getByLabel('City').fill('Alphen');
  await expect(group(page, 'New address').getByLabel('City')).toHaveCount(0);
  await group(page, 'New address').getByRole('button', { name: 'New address' }).click();
  await group(page, 'New address').getByLabel('Type').fill('showroom');
  await axe(page);
  await page.getByRole('button', { name: 'Save 2 fields' }).click();
  await page.getByRole('button', { name: /^New address · Type: / }).click();
  await expect(group(page, 'New address').getByLabel('Type')).toBeFocused();
  await group(page, 'New address').getByLabel('City').fill('Zwolle');
  await page.getByRole('button', { name: 'Save 3 fields' }).click();
  await expect(page.getByText('Saved 3 fields')).toBeVisible();
  await expect(region(page, 'Addresses')).toContainText(/Shipping 3.*Alphen.*warehouse.*showroomZwolle/);
  await expect(change).toContainText(/City: Leiden.*City: Alphen/);
  const rows = [{ id: '500', addresses: '[{"type":"delivery","code":"D2","city":null,"notes":"n","isDefault":true}]' }];
  await commitFile(ownDesk, 'address.csv', fileOf(...rows), { matchKey: 'id' });
  await page.reload();
  await expect(change).toContainText(
    /Shipping 3City: Alphen, Notes: blank, not default.*City: blank, Notes: n, default/,
  );
});

test('the API gives a customer with its fields at the top, and takes any of them', async ({ page, ownDesk: desk }) => {
  await defined(page, desk);
  await commitFile(desk, 'everything.csv', fileOf(everything, parent), { matchKey: 'id', dateOrder: 'dmy' });
  const customer = await ask<Record<string, unknown>>(desk, '/api/v1/customers/500');
  expect(customerView.parse(customer)).toMatchObject({ id: 500, name: 'Whole Ltd' });
  expect(customer).toMatchObject({
    ...{ parent: 499, billToCustomerId: 'E-1', ccEmails: ['a@example.com', 'b@example.com'], metadata: long },
    ...{ customerRule: { dueOption: 30 }, deletedAt: '2026-11-21T12:00:00.000Z', contacts: [{ name: 'Bo' }] },
    ...{ phone: '+31 20 123 4567', phoneE164: '+31201234567', mobileE164: null },
    ...{ mobile: null, paymentLineItems: null, remittanceLineItems: { of: [] } },
    addresses: [
      { id: 1, type: 'invoice', isDefault: true, city: 'Utrecht', isCompany: 'Y', notes: 'Ring twice.\nThen wait.' },
      { id: 2, type: 'delivery', isDefault: true, code: 'D1', number: null },
      { id: 3, type: 'delivery', isDefault: false, code: 'D2' },
      { id: 4, type: 'warehouse', isDefault: true },
    ],
    attributes: [
      { class: '', name: 'LOYALTY_TIER', type: 'list', value: 'gold' },
      { class: 'crm', name: 'Free text', type: 'vType', value: 'as it is' },
      { class: 'person', name: 'SINCE', type: 'date', value: '1984-02-28' },
    ],
    changes: [{ created: true }],
  });
  const { customers } = await ask<{ customers: object[] }>(desk, '/api/v1/customers?q=Whole');
  const { changes: _, ...listed } = customer;
  expect(customers).toEqual([listed]);
  const values = { metadata: '{"a": 1}', 'attribute.SINCE': '2000-01-01', parent: null };
  const changed = await send(desk, 'PATCH', '/api/v1/customers/500', { version: customer.version, values });
  expect(await changed.json()).toMatchObject({ metadata: { a: 1 }, parent: null });
});

test('a cell with JSON is one line, and is edited in several', async ({ page, ownDesk: desk }) => {
  const rows = [
    { email: 'json@example.com', metadata: '{"a":\n1' },
    { email: 'long@example.com', metadata: JSON.stringify(long) },
  ];
  const { id } = await reviewFile(desk, 'json.csv', fileOf(...rows), { matchKey: 'email' });
  await open(page, `${desk.baseUrl}/imports/${id}/review`);
  const wrong = await cell(page, 2, 'metadata');
  await expect(wrong).toHaveText(/^\{"a": 1/);
  expect((await (await cell(page, 3, 'metadata')).textContent())!.length).toBeLessThan(310);
  await wrong.click();
  await page.keyboard.press('Enter');
  const editor = page.getByRole('textbox', { name: 'Metadata' });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue('{"a":\n1');
  await axe(page);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('}');
  await page.keyboard.press('Enter');
  await expect(editor).toHaveCount(0);
  await expect(wrong).toHaveText('{"a": 1 }');
  await expect(wrong).not.toHaveAttribute('aria-invalid');
  await expect(await cell(page, 3, 'metadata')).toBeFocused();
  await page.keyboard.press('F2');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(await cell(page, 3, 'metadata')).toBeFocused();
});
