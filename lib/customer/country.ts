import codes from 'i18n-iso-countries/codes.json';
import de from 'i18n-iso-countries/langs/de.json';
import en from 'i18n-iso-countries/langs/en.json';
import es from 'i18n-iso-countries/langs/es.json';
import fr from 'i18n-iso-countries/langs/fr.json';
import nl from 'i18n-iso-countries/langs/nl.json';
import { nearestIn } from './nearest';
import { once } from './once';
import type { Reading } from './reading';
import { fold } from './search';

/** Common forms that the ISO lists lack. */
const common: Record<string, string> = {
  UK: 'GB',
  EL: 'GR',
  England: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
  'Northern Ireland': 'GB',
  'Great Britain': 'GB',
  Engeland: 'GB',
  Schotland: 'GB',
  Schottland: 'GB',
  Angleterre: 'GB',
  Inglaterra: 'GB',
  'Gran Bretaña': 'GB',
  'Grande-Bretagne': 'GB',
  'Groot-Brittannië': 'GB',
  Holland: 'NL',
  Holanda: 'NL',
  Hollande: 'NL',
  'Koninkrijk der Nederlanden': 'NL',
  'Pays Bas': 'NL',
  America: 'US',
  Amerika: 'US',
  VS: 'US',
  'États-Unis': 'US',
  EEUU: 'US',
  'EE. UU.': 'US',
  Czechia: 'CZ',
  Tsjechië: 'CZ',
  Tschechien: 'CZ',
  Tchéquie: 'CZ',
  Chequia: 'CZ',
  BRD: 'DE',
  Türkiye: 'TR',
  Turkije: 'TR',
  Korea: 'KR',
  Russia: 'RU',
  Rusland: 'RU',
  Taiwan: 'TW',
  Vietnam: 'VN',
  Macedonia: 'MK',
  Macau: 'MO',
  Burma: 'MM',
  Birma: 'MM',
};

const upper = new Set(codes.map(([alpha2]) => alpha2 as string));

/** An ISO 3166-1 alpha-2 code from a code (two or three letters) or a name in five languages. */
export function readCountry(text: string): Reading {
  if (upper.has(text)) return { value: text };
  const key = compact(text);
  // The letters of a text with figures in it, as of a moment that came into the wrong column, may be a code by chance.
  const code = text.length <= 100 && !/\p{N}/u.test(text) ? names().get(key) : undefined;
  if (code) return { value: code };
  const near = nearest()(key);
  return { value: null, code: 'unknown_country', suggestion: near && english(names().get(near) as string) };
}

/** Whether it is an assigned ISO 3166-1 alpha-2 code in capitals. */
export const isCountry = (code: string): boolean => upper.has(code);

const compact = (text: string): string =>
  text.length > 100
    ? ''
    : fold(text)
        .replace(/^(?:the|la|el|los|las|le|les|die|der|de|het)\s+/, '')
        .replace(/[^\p{L}]/gu, '');

const lists = [en, nl, de, fr, es].map((list) => list.countries as Record<string, string | string[]>);

const english = (code: string): string => [lists[0]?.[code] ?? code].flat()[0] as string;

/** Built when first needed; the first list that has a name decides. */
const names = once(() => {
  const found = new Map<string, string>();
  const add = (name: string, code: string) => {
    const key = compact(name);
    if (key !== '' && !found.has(key)) found.set(key, code);
  };
  for (const [alpha2, alpha3] of codes as string[][]) {
    add(alpha2 as string, alpha2 as string);
    add(alpha3 as string, alpha2 as string);
  }
  for (const [name, code] of Object.entries(common)) add(name, code);
  for (const list of lists)
    for (const [code, listed] of Object.entries(list)) for (const name of [listed].flat()) add(name, code);
  for (const name of shared) found.delete(name);
  return found;
});

/** What two countries are called: better asked than guessed. */
const shared = ['congo', 'kongo'];

const nearest = once(() => nearestIn(names().keys()));
