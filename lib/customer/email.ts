import { distance } from 'fastest-levenshtein';
import type { Reading } from './reading';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** The HTML standard's pattern (https://html.spec.whatwg.org/#valid-e-mail-address), with a dot in the domain. */
const ascii = new RegExp(
  `^[a-z0-9!#$%&'*+/=?^_\`{|}~-]{1,64}(?:\\.[a-z0-9!#$%&'*+/=?^_\`{|}~-]+)*@(?:${label}\\.)+` +
    `(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`,
  'i',
);
const wideLabel = '[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
/** The same with letters of any script, RFC 6531. */
const wide = new RegExp(
  `^[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_\`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_\`{|}~-]+)*@` +
    `(?:${wideLabel}\\.)+[\\p{L}\\p{M}]{2,63}$`,
  'u',
);

/** An address as typed. Where it is not one, what was probably meant is the suggestion. */
export function readEmail(text: string): Reading {
  if (isEmail(text)) return { value: text };
  const suggestion = meant(text);
  return { value: null, code: 'invalid_email', suggestion };
}

/** Whether it reads as an address: a part before the @ of at most 64 characters and a domain with a dot. */
function isEmail(text: string): boolean {
  // Nothing longer is an address (RFC 5321), and the wide pattern should not see a whole document.
  if (text.length > 320 || text.indexOf('@') > 64) return false;
  return ascii.test(text) || wide.test(text);
}

const providers = ['gmail.com', 'hotmail.com', 'outlook.com', 'yahoo.com', 'icloud.com', 'live.nl', 'ziggo.nl'];

function meant(text: string): string | undefined {
  if (text.length > 320) return undefined;
  const inner = /<([^<>]+)>/.exec(text)?.[1] ?? text;
  const plain = inner
    .replace(/^mailto:/i, '')
    .replace(/\s*(?:\(at\)|\[at\]|\s+at\s+)\s*/i, '@')
    .replace(/\s+/g, '')
    .replace(/@{2,}/g, '@')
    .replace(/^[.,;:'"<]+|[.,;:'">]+$/g, '')
    .replace(/,/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/\.@|@\./g, '@');
  const better = withProvider(plain);
  return better !== text && isEmail(better) ? better : undefined;
}

/** A missing @ or dot, or a slip, in front of a provider that everybody knows. */
function withProvider(text: string): string {
  const [local = '', domain, ...more] = text.split('@');
  if (more.length > 0) return text;
  if (domain === undefined) {
    const provider = providers.find((name) => text.toLowerCase().endsWith(name) && text.length > name.length);
    return provider ? `${text.slice(0, -provider.length).replace(/\.$/, '')}@${provider}` : text;
  }
  const near = providers.find((name) => isNear(domain.toLowerCase(), name));
  return near ? `${local}@${near}` : text;
}

const isNear = (domain: string, provider: string): boolean =>
  domain === provider.replace('.', '') ||
  (Math.abs(domain.length - provider.length) < 2 && domain !== provider && distance(domain, provider) <= 2);
