import { expect, it } from 'vitest';
import { addressOf, senderOf } from './address';

it('the address is the one that our entry told', () => {
  expect(addressOf(new Headers({ 'x-import-desk-address': '203.0.113.7', 'x-forwarded-for': '1.1.1.1' }))).toBe(
    '203.0.113.7',
  );
  expect(addressOf(new Headers({ 'x-forwarded-for': '1.1.1.1' }))).toBe('');
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s is counted as %s', (address, sender) => {
  expect(senderOf(address)).toBe(sender);
});
