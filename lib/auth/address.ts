import { isIPv6 } from 'node:net';

/** The header in which our entry (`scripts/run/client-address.cjs`) tells where a request came from; nobody else can set it. */
export const addressHeader = 'x-import-desk-address';

/** Where a request came from: an IPv4 or IPv6 address; empty where it is not known. */
export const addressOf = (headers: Headers): string => headers.get(addressHeader) ?? '';

/**
 * What is counted as one sender: an IPv4 address, or the 64 bits that one subscriber has of IPv6 (RFC 6177), as `2001:db8:0:1::/64`.
 */
export function senderOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [before = '', after = ''] = address.split('::');
  const [left, right] = [before, after].map((part) => (part === '' ? [] : part.split(':')));
  const missing = Array(Math.max(0, 8 - left!.length - right!.length)).fill('0');
  const groups = address.includes('::') ? [...left!, ...missing, ...right!] : left!;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
