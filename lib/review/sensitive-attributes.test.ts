import { expect, it } from 'vitest';
import { viewRows } from '../contracts/view-rows';
import type { AttributeDefinition } from '../customer/attribute';
import { statesSensitive } from '../customer/attribute-list';
import { templateCsv } from '../report/template-csv';
import { customerByEmail } from '../testing/customers';
import { send } from '../testing/send-request';
import { commit, review, rowsOf } from '../testing/sheet';
import { withStore } from '../testing/test-store';
import { editCustomer } from './edit-customer';
import { editRow } from './edit-row';

const store = withStore();
const told = 'An attribute is no place for such a number. Send it as ssn, which is kept sealed.';
const number = '188-77-6644';
const one = { class: 'crm', name: 'SSN', type: 'text', value: number };
const defined = (name: string, label: string | null = null): AttributeDefinition => ({
  ...{ name, label, class: '', type: 'text', options: [], description: null },
});
const attributesOf = async (email: string) => (await customerByEmail(store(), email)).attributes;

it('a bulk request fails for that customer alone, and keeps what it sent sealed', async () => {
  const customers = [
    { id: 1, email: 'one@example.com', attributes: [one] },
    { id: 2, email: 'two@example.com', attributes: [{ class: 'crm', name: 'TIER', value: 'gold' }] },
    { id: 3, email: 'three@example.com', attributes: [{ ...one, name: 'note', type: 'ssn' }] },
  ];
  const { body, importId } = await send(store(), 'byId', { customers });
  expect(JSON.stringify(body)).toContain(told);
  expect(JSON.stringify(body)).not.toContain(number);
  const rows = await rowsOf(store(), importId!);
  expect(rows.map(({ outcome, issues }) => [outcome?.outcome, issues.map(({ code }) => code)])).toEqual([
    ['failed', ['sensitive_attribute']],
    ['created', []],
    ['failed', ['sensitive_attribute']],
  ]);
  expect(JSON.stringify([rows, await viewRows(store(), importId!, {})])).not.toContain(number);
  expect(await attributesOf('two@example.com')).toMatchObject([{ name: 'TIER', value: 'gold' }]);
  expect(await store().readCustomer(1)).toBeNull();
});

it('a list in a file or typed over it fails its row', async () => {
  const rows = [
    ['file@example.com', JSON.stringify([one])],
    ['typed@example.com', ''],
  ];
  const id = await review(store(), { fields: ['email', 'attributes'], rows });
  await editRow(store(), id, 3, { values: { attributes: JSON.stringify([{ ...one, class: 'bsn', name: 'code' }]) } });
  const read = await rowsOf(store(), id);
  expect(read.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
    ['sensitive_attribute'],
    ['sensitive_attribute'],
  ]);
  expect(read[0]!.issues[0]!.message).toBe(`Attribute SSN: ${told}`);
  expect(JSON.stringify(read[1])).not.toContain(number);
});

it('without a value one that is there from before is taken away', async () => {
  const row = (value: string | null) => [['old@example.com', JSON.stringify([{ ...one, value }])]];
  expect(statesSensitive(row('')[0]![1]!)).toBe(false);
  expect(statesSensitive(row(number)[0]![1]!)).toBe(true);
  const id = await commit(store(), { fields: ['email', 'attributes'], rows: row(null) });
  expect((await rowsOf(store(), id))[0]!.outcome?.outcome).toBe('created');
});

it('one that was defined before takes no value by hand or by its label in a list, and is in no template', async () => {
  await store().addAttribute(defined('X1', 'Social security no.'));
  await commit(store(), { fields: ['email'], rows: [['hand@example.com']] });
  const { id, version } = await customerByEmail(store(), 'hand@example.com');
  expect(await editCustomer(store(), id, version, { 'attribute.X1': number })).toEqual({
    status: 'refused',
    errors: { 'attribute.X1': told },
  });
  const attributes = await store().listAttributes();
  const list = JSON.stringify([{ name: 'X1', value: number }]);
  expect([statesSensitive(list), statesSensitive(list, attributes)]).toEqual([false, true]);
  const mapping = { attributes };
  const open = await review(store(), { fields: ['email', 'attributes'], rows: [['hand@example.com', list]], mapping });
  expect((await rowsOf(store(), open))[0]!.issues.map(({ code }) => code)).toEqual(['sensitive_attribute']);
  expect(templateCsv([defined('TIER'), ...attributes, defined('SSN')])).toMatch(/attribute\.TIER\r?\n$/);
});
