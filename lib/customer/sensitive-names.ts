import { compact, withoutOwner, words } from './header';
import type { Reading } from './reading';

/**
 * What social security numbers, and the national numbers that take their place, are called in English, Dutch, German, French,
 * Spanish and some other languages, without accents. A column with such a header is suggested for the field.
 */
export const sensitiveNames =
  'ssn, ssn number, ssn no, social security number, social security no, social security nr, social security, social security id, soc sec no, soc sec number, sin number, social insurance number, national id, national id number, national id no, national identification number, national identity number, national identifier, national insurance number, national insurance no, ni number, nino, personal identification number, personal identity number, bsn, bsn nummer, bsnnr, burgerservicenummer, burger service nummer, burgerservicenr, sofi nummer, sofinr, rijksregisternummer, rijksregisternr, insz, insz nummer, sozialversicherungsnummer, sozialversicherungsnr, sozialversicherungs nr, sv nummer, sv nr, svnr, rentenversicherungsnummer, ahv nummer, ahv nr, numero de securite sociale, numero securite sociale, no securite sociale, num secu, nir, numero de seguridad social, numero de la seguridad social, seguridad social, nss, dni, dni nie, nif, nie, ss no, ss nr, ss num, ss number, soc sec, social sec, social sec no, social sec number, soc sec nr, soc sec num, soc security number, niss, n secu, no secu, numero secu, numero de secu, numero secu sociale, curp, codice fiscale, cod fiscale, rodne cislo, personnummer, fodselsnummer, henkilotunnus, pesel, cpr, cpr nummer, cpr nr, numero de seguro social, seguro social, ss nbr, numero insee, avs nr, avs nummer, num ss, no ss, nr ss, national registry number, nat ins no, nat ins number, sozialvers nr, ahv, avs, insee, sin, pps number, pps no, ppsn, cpf, rvnr, rv nummer, rv nr';

const names = new Set(sensitiveNames.split(', ').map((name) => name.replaceAll(' ', '')));

/** Words that say it whatever stands beside them. The tax numbers of persons are as sensitive, and no social security numbers. */
const single = new Set(
  (
    'ssn bsn nino insz svnr nif nie dni burgerservicenummer rijksregisternummer secu nir niss nss curp pesel personnummer ' +
    'tin itin steuerid'
  ).split(' '),
);
/** Also the second of several: `DNI2`. */
const isSingle = (word: string): boolean => single.has(word) || single.has(word.replace(/\d{1,2}$/, ''));
/** More than one, or whose it is in front: `SSNs`, `custssn`. Not by our words, which end where a small letter begins behind capitals. */
const holdsShort = (text: string): boolean => /(?:ssn|bsn)s?\d{0,2}(?![\p{L}\p{N}])/iu.test(text);

const inside = [
  ...[
    'socialsecurity',
    'socialinsurance',
    'socsec',
    'burgerservice',
    'sozialversicherung',
    'rentenversicherungsnummer',
  ],
  ...['securitesociale', 'seguridadsocial', 'rijksregister', 'codicefiscale', 'rodnecislo'],
  ...['steuerid', 'steueridentifikation', 'steuerlicheidentifikation', 'taxpayerid'],
];
const national = /(?<!inter)national(?:id|insurance)/;

/**
 * Whether a text names numbers that are kept sealed: `SSN`, `BSN partner`, `SS#`, `N° sécu`, `Steuer-ID`. The one rule for
 * headers of files, which are sealed then, and for attributes, which are no place for them.
 */
export function namesSensitive(text: string): boolean {
  const named = words(text);
  const joined = named.join('');
  if (named.some((word, at) => isSingle(word) || (word === 'ss' && /^(?:no|nr|num|number)$/.test(named[at + 1] ?? ''))))
    return true;
  if (holdsShort(text) || national.test(joined) || inside.some((part) => joined.includes(part))) return true;
  const whole = compact(text);
  return [whole, withoutOwner(whole), whole.replace(/\d{1,2}$/, '')].some((name) => names.has(name));
}

/** Whether an attribute would hold such numbers, by its class, its name, both together, its type or its label. */
export const isSensitiveAttribute = (attribute: {
  class: string;
  name: string;
  type?: string | null;
  label?: string | null;
}): boolean =>
  [
    ...[attribute.name, attribute.class, `${attribute.class} ${attribute.name}`],
    ...[attribute.type ?? '', attribute.label ?? ''],
  ].some(namesSensitive);

/** What every door says of a value for such an attribute, which would be kept and shown in clear. */
export const refusedAttribute: Reading = { value: null, code: 'sensitive_attribute' };
