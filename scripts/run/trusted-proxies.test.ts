import { describe, expect, it } from 'vitest';
import { findClient, kindOf, readTrusted } from './trusted-proxies.cjs';

const nobody = readTrusted('');
const proxies = readTrusted('10.0.0.5, 192.168.0.0/16,fd00::/8');

describe('TRUSTED_PROXIES', () => {
  it.each(['', ' ', '10.0.0.5', '10.0.0.0/8,::1', '::1/128', ' 10.0.0.5 ,, fd00::/8 '])('can be “%s”', (text) => {
    expect(() => readTrusted(text)).not.toThrow();
  });

  it.each(['proxy', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/x', '::1/129', '10.0.0.5 10.0.0.6', '*', '/8'])(
    'cannot be “%s”',
    (text) => {
      const sentence = `TRUSTED_PROXIES must be addresses or ranges such as 10.0.0.5 or 10.0.0.0/8, not "${text}".`;
      expect(() => readTrusted(`10.0.0.1, ${text}`)).toThrow(sentence);
    },
  );
});

describe('where a request came from', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['fe80::1%eth0', 'fe80::1'],
    [undefined, ''],
  ])('%s is the socket', (remote, client) => {
    expect(findClient(remote, '198.51.100.1', nobody)).toBe(client);
    expect(findClient(remote, undefined, proxies)).toBe(client);
  });

  it.each([
    ['what a proxy says', '198.51.100.1', '198.51.100.1'],
    ['the last that no proxy said of itself', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['before several proxies', '1.1.1.1, 198.51.100.1, 192.168.7.7', '198.51.100.1'],
    ['with a port', '198.51.100.1:4711', '198.51.100.1'],
    ['as IPv6 with a port', '[2001:db8::7]:4711', '2001:db8::7'],
    ['as IPv4 within IPv6', '::ffff:198.51.100.1', '198.51.100.1'],
    ['the first proxy, where only proxies are named', '192.168.1.1, 192.168.7.7', '192.168.1.1'],
    ['the proxy, where it says nothing', '', '10.0.0.5'],
    ['the proxy, where it says nothing of use', '198.51.100.1, unknown', '10.0.0.5'],
    ['the proxy, where it says something odd', '198.51.100.1, 1.1.1.1; DROP', '10.0.0.5'],
  ])('is %s', (_, forwarded, client) => {
    expect(findClient('::ffff:10.0.0.5', forwarded, proxies)).toBe(client);
  });

  it('a range of IPv6 is one of proxies too', () => {
    expect(findClient('fd12::1', '2001:db8::7', proxies)).toBe('2001:db8::7');
    expect(findClient('fe12::1', '2001:db8::7', proxies)).toBe('fe12::1');
  });
});

it.each([
  ['loopback', ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1']],
  ['private', ['10.0.0.5', '172.31.0.1', '192.168.7.7', '169.254.0.1', '100.64.0.1', 'fd12::1', 'fe80::1%eth0']],
  ['public', ['203.0.113.7', '172.32.0.1', '2001:db8::7', '']],
])('an address can be %s', (kind, addresses) => {
  for (const address of addresses) expect(kindOf(address), address).toBe(kind);
});
