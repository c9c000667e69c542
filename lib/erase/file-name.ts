import { words } from '../customer/header';
import { fold } from '../customer/search';
import type { Vault } from '../vault';
import type { Identity } from './identity';

/** Shorter numbers and codes stand in names of files by chance, as years do. */
const fewest = 5;
/** From so many letters and digits on a value is found without its separators too: `wilmaflint`. */
const fewestJoined = 8;

/**
 * Whether the name of a file has something that a customer is known by: its email, uuid, full name, phone, sensitive number,
 * or an id of five characters or more. Here names count, other than in rows: a neutral name takes nothing from anybody else.
 */
export function isNamedAfter(identity: Identity, fileName: string, vault: Vault): boolean {
  const named = words(fileName);
  const [spaced, joined, digits] = [` ${named.join(' ')} `, named.join(''), fold(fileName).replace(/\D/g, '')];
  const holds = (value: string) => {
    const its = words(value);
    if (its.length === 0) return false;
    return (
      spaced.includes(` ${its.join(' ')} `) || (its.join('').length >= fewestJoined && joined.includes(its.join('')))
    );
  };
  const { id, uuid, emails, debtorIds, sources, sealed, names = [], phones = [] } = identity;
  const ids = [id, ...debtorIds].map(String).filter((number) => number.length >= fewest);
  const codes = [...sources.map(([, code]) => code), ...sealed.map((token) => vault.open(token) ?? '')];
  return (
    [uuid, ...emails, ...names].some(holds) ||
    codes.some((code) => words(code).join('').length >= fewest && holds(code)) ||
    ids.some((number) => new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(fileName)) ||
    phones.some((phone) => digits.includes(phone)) ||
    sealed.some((token) => holdsNumber(digits, vault.open(token) ?? ''))
  );
}

/** A number is the same however it is grouped. */
function holdsNumber(digits: string, text: string): boolean {
  const its = text.replace(/\D/g, '');
  return its.length >= fewest && digits.includes(its);
}

/** A name that says nothing of anybody, with the ending by which a file is read. */
export const neutralName = (fileName: string): string =>
  `erased${/\.(?:csv|tsv|txt|xlsx)$/i.exec(fileName)?.[0].toLowerCase() ?? ''}`;
