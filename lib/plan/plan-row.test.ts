import { describe, expect, it } from 'vitest';
import type { Value } from '../customer/fields';
import { keysOf } from '../customer/key';
import type { LiveAddress, LiveCustomer } from '../customer-records';
import { issue } from '../issues';
import type { Mapping } from '../mapping';
import { mappingOf } from '../testing/sheet';
import { planAddresses } from './addresses';
import { readCustomerIndex } from './customer-index';
import { planRow, type RowToPlan } from './plan-row';

const live = (id: number, values: Record<string, Value>): LiveCustomer => ({
  id,
  uuid: `u${id}`,
  version: 4,
  values,
  addresses: [],
  attributes: [],
});

async function plan(values: Record<string, Value>, known: LiveCustomer[], more: Partial<RowToPlan & Mapping> = {}) {
  const mapping = mappingOf({ fields: [], mapping: { matchKey: 'email', ...more } });
  const keys = keysOf(values, mapping.matchKey!);
  const index = await readCustomerIndex({ hasCustomers: async () => true, findCustomers: async () => known }, mapping, [
    { values, keys },
  ]);
  const row = { row: 2, excluded: false, reserved: null, values, issues: [], changed: [], keys, ...more };
  return planRow(row, mapping, index, () => ({ id: 1_000_000_000_009, uuid: 'new' }));
}

const email = 'a@example.com';

describe('what a row counts as', () => {
  it('excluded comes before everything, and reserves nothing', async () => {
    const error = issue('invalid_email', 'email');
    const row = await plan({ email }, [], { excluded: true, issues: [error] });
    expect(row).toMatchObject({ state: 'excluded', disposition: null, target: null, reserved: null, issues: [error] });
  });

  it('a row in error has no disposition but keeps its reserved id', async () => {
    const reserved = { id: 5, uuid: 'r' };
    const row = await plan({ email }, [], { issues: [issue('invalid_date', 'dateOfBirth')], reserved });
    expect(row).toMatchObject({ state: 'error', disposition: null, target: null, patch: {}, reserved });
  });

  it('a warning does not stop a row', async () => {
    const row = await plan({ email }, [], { issues: [issue('phone_unlikely', 'phone')] });
    expect(row).toMatchObject({ state: 'warning', disposition: 'create' });
  });

  it('a row that became known since it was reserved updates', async () => {
    const row = await plan({ email, firstName: 'B' }, [live(3, { email, firstName: 'A' })], {
      reserved: { id: 5, uuid: 'r' },
    });
    expect(row).toMatchObject({ disposition: 'update', target: { id: 3 }, patch: { firstName: ['A', 'B'] } });
  });
});

describe('who only creates and looks for others by their email', () => {
  it('is told that a customer has it, however many have', async () => {
    for (const known of [[live(3, { email })], [live(3, { email }), live(4, { email })]]) {
      const { issues } = await plan({ email }, known, { mode: 'create', known: 'error' });
      expect(issues.map(({ code }) => code)).toEqual(['already_exists']);
    }
  });
});

describe('a source that would be left with one half', () => {
  it('is an error at the other half', async () => {
    const source = { sourceSystem: 'erp', sourceSystemId: 'K-1' };
    const issuesOf = async (values: Record<string, Value>) =>
      (await plan({ email, ...values }, [live(3, { email, ...source })])).issues.map(({ code, field }) => [
        code,
        field,
      ]);
    expect(await issuesOf({ sourceSystemId: null })).toEqual([['source_incomplete', 'sourceSystemId']]);
    expect(await issuesOf({ sourceSystem: null })).toEqual([['source_incomplete', 'sourceSystem']]);
    expect(await issuesOf({ sourceSystem: null, sourceSystemId: null })).toEqual([]);
    expect(await issuesOf({ sourceSystem: 'crm' })).toEqual([]);
  });
});

describe('a phone without a country is no doubt where the customer has one', () => {
  const doubt = [issue('phone_no_country', 'phone')];
  const phone = '020 1234567';
  const home = (type: string, country: string): LiveAddress => ({
    number: 1,
    type,
    isDefault: true,
    values: { country },
  });
  const stateOf = async (
    said: Record<string, Value>,
    values: Record<string, Value>,
    addresses: LiveAddress[],
    issues = doubt,
  ) => {
    const row = await plan({ email, ...said }, [{ ...live(3, { email, ...values }), addresses }], { issues });
    return [row.state, row.issues.map(({ field }) => field)];
  };

  it('its own, or that of its billing address; the one that it gets counts, not the one that it had', async () => {
    expect(await stateOf({ phone }, { country: 'NL' }, [])).toEqual(['ok', []]);
    expect(await stateOf({ phone }, {}, [home('invoice', 'NL')])).toEqual(['ok', []]);
    expect(await stateOf({ phone }, { phone }, [home('invoice', 'NL')])).toEqual(['ok', []]);
    expect(await stateOf({ phone }, {}, [home('delivery', 'NL')])).toEqual(['warning', ['phone']]);
    expect(await stateOf({ phone, country: 'BE' }, { country: 'NL' }, [])).toEqual(['warning', ['phone']]);
  });

  it('of an address that of this address first, and other warnings stay', async () => {
    const issues = [issue('phone_no_country', 'shipping.phone'), issue('phone_unlikely', 'mobile')];
    const left = await stateOf({ 'shipping.phone': phone }, { country: 'BE' }, [home('delivery', 'NL')], issues);
    expect(left).toEqual(['warning', ['mobile']]);
  });
});

describe('unchanged compares stored forms', () => {
  const known = live(3, { email: 'A@example.com', company: 'Beta', firstName: null });
  it.each([
    [{ email: 'A@example.com' }, 'unchanged'],
    [{ email: 'a@example.com' }, 'update'],
    [{ email: 'A@example.com', company: 'beta' }, 'update'],
    [{ email: 'A@example.com', firstName: null, 'billing.city': null }, 'unchanged'],
    [{ email: 'A@example.com', company: null }, 'update'],
    [{ email: 'A@example.com', debtorId: 1 }, 'update'],
  ])('%j is %s', async (values, disposition) => {
    expect((await plan(values, [known])).disposition).toBe(disposition);
  });
});

describe('a source pair', () => {
  it('may change unless another customer has it', async () => {
    const known = [
      live(1, { email, sourceSystem: 'erp', sourceSystemId: '1' }),
      live(2, { sourceSystem: 'erp', sourceSystemId: '2' }),
    ];
    const free = await plan({ email, sourceSystem: 'erp', sourceSystemId: '3' }, known);
    expect(free).toMatchObject({ disposition: 'update', patch: { sourceSystemId: ['1', '3'] } });
    const taken = await plan({ email, sourceSystem: 'erp', sourceSystemId: '2' }, known);
    expect(taken.issues).toMatchObject([{ code: 'source_taken', field: 'sourceSystemId' }]);
    const own = await plan({ email, sourceSystem: 'erp', sourceSystemId: '1' }, known);
    expect(own.disposition).toBe('unchanged');
  });

  it('compares exactly, emails do not', async () => {
    const known = [live(1, { sourceSystem: 'ERP', sourceSystemId: 'x' })];
    const pair = { sourceSystem: 'erp', sourceSystemId: 'x' };
    expect((await plan(pair, known, { matchKey: 'source' })).disposition).toBe('create');
    expect((await plan({ email: 'A@EXAMPLE.com' }, [live(1, { email })])).disposition).toBe('update');
  });
});

describe('which address a row means', () => {
  const home = (number: number, isDefault: boolean, city: string): LiveAddress => ({
    number,
    type: 'invoice',
    isDefault,
    values: { city },
  });
  it.each([
    ['the default one', [home(1, false, 'A'), home(4, true, 'B')], { number: 4, isNew: false, remove: false }],
    [
      'the lowest number without a default',
      [home(2, false, 'A'), home(4, false, 'B')],
      { number: 2, isNew: false, remove: false },
    ],
    [
      'a new one behind the last',
      [{ ...home(3, true, 'A'), type: 'delivery' }],
      { number: 4, isNew: true, remove: false },
    ],
    ['number one where there is none', [], { number: 1, isNew: true, remove: false }],
  ])('%s', (_, addresses, target) => {
    expect(planAddresses(addresses, { 'billing.city': 'New' }).targets).toEqual({ billing: target });
  });

  it('one left with nothing but blanks is removed, one that keeps something stays', () => {
    const only = [home(1, true, 'A')];
    expect(planAddresses(only, { 'billing.city': null }).targets.billing?.remove).toBe(true);
    expect(planAddresses(only, { 'billing.city': null, 'billing.street': 'S' }).targets.billing?.remove).toBe(false);
    expect(planAddresses([], { 'billing.city': null })).toMatchObject({ targets: {}, patch: {} });
  });

  it('one in a column is the default of its type where the mapping says so, and a new one where there is none', async () => {
    const mapping = { defaultsOnly: true as const };
    const known = (addresses: LiveAddress[]) => [{ ...live(3, { email }), addresses }];
    const made = await plan({ email, 'billing.city': 'A' }, known([home(1, false, 'A')]), mapping);
    expect(made).toMatchObject({ disposition: 'update', addresses: { billing: { number: 2, isNew: true } } });
    const same = await plan({ email, 'billing.city': 'A' }, known([home(1, true, 'A')]), mapping);
    expect(same.disposition).toBe('unchanged');
    const none = await plan({ email, 'billing.city': null }, known([home(1, false, 'A')]), mapping);
    expect(none.disposition).toBe('unchanged');
  });

  it('a column and the list in one row are told by what came of both', async () => {
    const told = (addresses: LiveAddress[], city: string, listed: object) => {
      const list = JSON.stringify([{ type: 'invoice', values: listed }]);
      return plan({ email, 'billing.city': city, addresses: list }, [{ ...live(3, { email }), addresses }]);
    };
    const here = [home(1, true, 'A')];
    expect(await told(here, 'B', { city: 'A' })).toMatchObject({ disposition: 'unchanged', patch: {} });
    expect((await told(here, 'B', { city: 'C' })).patch).toEqual({ 'billing.city': ['A', 'C'] });
    expect((await told([], 'B', { street: 'S' })).patch).toEqual({
      'billing.city': [null, 'B'],
      'billing.street': [null, 'S'],
    });
  });

  it('several prefixes get numbers of their own', () => {
    const { targets } = planAddresses([], { 'billing.city': 'A', 'shipping.city': 'B', 'address.city': 'C' });
    expect(Object.values(targets).map((target) => target?.number)).toEqual([1, 2, 3]);
  });
});
