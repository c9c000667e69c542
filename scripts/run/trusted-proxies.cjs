/** Whose word is taken for where a request came from. */
const { BlockList, isIP } = require('node:net');

/**
 * Reads `TRUSTED_PROXIES`: addresses and ranges, with commas between them, as `10.0.0.5, 192.168.0.0/16, fd00::/8`.
 * @param {string | undefined} text
 * @returns {BlockList} Throws a sentence for what is neither.
 */
const readTrusted = (text = '') => {
  const trusted = new BlockList();
  for (const part of text.split(',').map((each) => each.trim())) if (part !== '') add(trusted, part);
  return trusted;
};

const add = (trusted, part) => {
  const [, address, bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(part) ?? [];
  const version = isIP(address ?? '');
  const most = version === 4 ? 32 : 128;
  if (version === 0 || Number(bits ?? 0) > most) {
    throw new Error(`TRUSTED_PROXIES must be addresses or ranges such as 10.0.0.5 or 10.0.0.0/8, not "${part}".`);
  }
  trusted.addSubnet(address, Number(bits ?? most), `ipv${version}`);
};

/**
 * Where a request came from: the socket's other end, or, as long as that is a proxy we trust, whom it says it had it from.
 * @param {string | undefined} remote the address of the socket
 * @param {string | undefined} forwarded the X-Forwarded-For header
 * @param {BlockList} trusted
 * @returns {string} an address; empty where the socket is gone already
 */
const findClient = (remote, forwarded, trusted) => {
  let client = plain(remote ?? '') ?? '';
  for (const hop of (forwarded ?? '').split(',').reverse()) {
    if (!isTrusted(client, trusted)) return client;
    const before = plain(hop);
    // What is no address cannot be told from a lie.
    if (before === undefined) return client;
    client = before;
  }
  return client;
};

/** Whether an address is one of the proxies. @param {string | undefined} remote */
const isTrusted = (remote, trusted) => {
  const address = plain(remote ?? '');
  return address !== undefined && trusted.check(address, `ipv${isIP(address)}`);
};

const kinds = {
  loopback: readTrusted('127.0.0.0/8, ::1'),
  // Also those of a link, and of a provider that shares its own.
  private: readTrusted('10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16, 100.64.0.0/10, fc00::/7, fe80::/10'),
};

/**
 * Of what kind an address is, which helps to find a proxy and tells of nobody who they are.
 * @param {string} address
 * @returns {'loopback' | 'private' | 'public'}
 */
const kindOf = (address) => Object.keys(kinds).find((kind) => isTrusted(address, kinds[kind])) ?? 'public';

/** An address without port, brackets and zone, and IPv4 as IPv4; undefined for what is none. */
const plain = (text) => {
  const [, bare] = /^\[?([^[\]%]+)(?:%[^\]]*)?(?:\](?::\d+)?)?$/.exec(text.trim()) ?? [];
  const address = (bare ?? '').replace(/^((?:\d+\.){3}\d+):\d+$/, '$1').replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(address) ? address : undefined;
};

module.exports = { findClient, isTrusted, kindOf, readTrusted };
