import { expect, it } from 'vitest';
import type { LiveAddress } from '../customer-records';
import { addressPhoneForms, ownPhoneForms } from './phone-forms';

const invoice = (country: string | null, isDefault: boolean): LiveAddress => ({
  ...{ number: isDefault ? 2 : 1, type: 'invoice', isDefault },
  values: { country, phone: '020-1234567' },
});
const dutch = { phoneE164: '+31201234567', mobileE164: null };

it.each([
  ['its own country', { country: 'NL' }, [invoice('DE', true)]],
  ['the country of the default billing address', { country: null }, [invoice('DE', false), invoice('NL', true)]],
  ['none where it has one', { phone: '+31 20 123 4567' }, []],
])('a phone of a customer is read by %s', (_, values, addresses) => {
  expect(ownPhoneForms({ values: { phone: '020-1234567', mobile: '', ...values }, addresses })).toEqual(dutch);
});

it('a phone of an address is read by the country of the address, else of the customer', () => {
  const own = { ...invoice('NL', true), type: 'HOME' };
  expect(addressPhoneForms(own, { values: { country: 'DE' }, addresses: [own] })).toEqual(dutch);
  const none = { ...own, values: { ...own.values, country: null } };
  expect(addressPhoneForms(none, { values: { country: 'NL' }, addresses: [none] })).toEqual(dutch);
});

it('a number in doubt has no form', () => {
  const none = { phoneE164: null, mobileE164: null };
  expect(ownPhoneForms({ values: { phone: '020-1234567', mobile: 'ask Ann' }, addresses: [] })).toEqual(none);
});
