import { compact, words } from '../customer/header';

/** Words of columns that hold what has no field here and must not land in one that looks alike, by language. */
const single = new Set(
  (
    'card cards creditcard cc cvv cvc pin iban bic swift bank account_holder password passwd pwd ' +
    'passcode secret token hash passport vat btw ust tax fax telefax pager tarjeta carte kaart karte konto ' +
    'kontonummer rekening rekeningnummer wachtwoord passwort kennwort contrasena banque banco btwnummer steuernummer'
  ).split(' '),
);

const inside = [
  ...['creditcard', 'cardnumber', 'kreditkarte', 'kartennummer', 'kaartnummer', 'numerodecarte', 'tarjeta'],
  ...['password', 'wachtwoord', 'passwort', 'kennwort', 'motdepasse', 'contrasena', 'bankaccount', 'bankrekening'],
  ...['bankverbindung', 'paymentmethod', 'faxnumber', 'faxnummer'],
];

/** Whether a column is never matched by itself: cards, bank accounts, passwords and fax numbers. */
export function isPrivate(header: string): boolean {
  const text = compact(header);
  return words(header).some((word) => single.has(word)) || inside.some((part) => text.includes(part));
}
