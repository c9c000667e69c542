import { fold } from './search';

/**
 * A header as it is compared: lower case, without accents, separators, notes in brackets and the `__c` of Salesforce.
 * `Birth-Date (dd-mm-yyyy)` → `birthdate`.
 */
export function compact(header: string): string {
  const noted = letters(
    spelt(header)
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      .replace(/__c\s*$/i, ''),
  );
  return noted === '' ? letters(spelt(header)) : noted;
}

/** The words of a header, at separators and inside camelCase: `CustomerID` → `customer`, `id`. */
export const words = (header: string): string[] =>
  fold(
    spelt(header)
      .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
      .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 '),
  )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** `customerphone` → `phone`: what belongs to a customer anyway, of a compared header. */
export const withoutOwner = (compared: string): string => compared.replace(owner, '');

const owner = /^(?:customers?|clients?|clientes?|contact|klant|kunden?|person|user|account|member)/;

/** `SS#`: without its sign it is no name of anything. */
const spelt = (header: string): string => header.replace(/\bss\s*[#№]/gi, 'SS no');

const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
