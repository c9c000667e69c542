import { sensitiveNames } from '../customer/sensitive-names';

/**
 * What the columns of a customer's own fields are called in English, Dutch, German, French and Spanish, without accents.
 * Spaces only help reading: headers are compared without separators.
 */
const own: Record<string, string> = {
  sourceSystem:
    'source system, system of origin, origin system, bronsysteem, herkomstsysteem, quellsystem, systeme source, sistema origen, sistema de origen',
  sourceSystemId:
    'source id, source system id, source key, source record id, external id, external key, external reference, ext id, legacy id, legacy key, foreign id, erp id, crm id, sap id, oracle id, salesforce id, hubspot id, extern id, externe id, bron id, bronsleutel, externe sleutel, externe kennung, fremdschlussel, quell id, id externe, identifiant externe, id externo, identificador externo, clave externa',
  debtorId:
    'debtor id, debtor number, debtor no, debtor nr, debtor code, customer number, customer no, customer nr, customer code, cust no, cust nr, client number, client no, debiteur, debiteurnummer, debiteurnr, debiteur nr, debiteuren nummer, debiteurennummer, klantnummer, klantnr, klant nr, klantcode, relatienummer, relatienr, kundennummer, kundennr, kunden nr, kdnr, debitor, debitornummer, debitorennummer, debitorennr, debitor nr, numero client, numero de client, no client, n client, code client, numero cliente, numero de cliente, num cliente, no cliente, nro cliente, codigo cliente, codigo de cliente',
  ssn: sensitiveNames,
  name: 'name, full name, display name, customer name, client name, contact name, naam, volledige naam, klantnaam, contactpersoon, vollstandiger name, kundenname, nom, nom complet, nom du client, nombre, nombre completo, nombre y apellidos, nombre del cliente',
  title: 'title, titel, titre, titulo, academic title, name prefix, name title',
  firstName:
    'first name, given name, forename, christian name, fname, voornaam, roepnaam, vorname, rufname, prenom, nombre de pila, primer nombre',
  middleName:
    'middle name, middle names, second name, middle initial, infix, name infix, tussenvoegsel, tussenvoegsels, tweede naam, zweiter vorname, namenszusatz, deuxieme prenom, segundo nombre',
  lastName:
    'last name, surname, family name, lname, achternaam, familienaam, nachname, familienname, zuname, nom de famille, apellido, apellidos, primer apellido',
  abbreviation:
    'abbreviation, abbr, short name, initials, initialen, voorletters, afkorting, korte naam, abkurzung, kurzel, kurzname, initiales, abreviation, abreviatura, iniciales, nombre corto',
  company:
    'company, company name, organisation, organization, organisation name, organization name, business name, employer, bedrijf, bedrijfsnaam, organisatie, organisatienaam, firma, firmenname, firmanaam, unternehmen, gesellschaft, societe, nom de la societe, nom societe, entreprise, raison sociale, empresa, nombre de la empresa, nombre empresa, compania, razon social, sociedad',
  dateOfBirth:
    'date of birth, birth date, birthday, dob, born, born on, day of birth, geboortedatum, geb datum, gebdatum, geboren, geboren op, geburtsdatum, geburtstag, gebdat, date de naissance, date naissance, ne le, anniversaire, fecha de nacimiento, fecha nacimiento, fecha nac, nacimiento, cumpleanos',
  gender: 'gender, sex, geslacht, geschlecht, genre, sexe, sexo, genero',
  email:
    'email, e mail, email address, e mail address, mail, mail address, email addr, primary email, customer email, email adres, mailadres, e mailadres, emailadresse, e mail adresse, mailadresse, mail adresse, courriel, adresse email, adresse e mail, adresse mail, adresse courriel, mel, correo, correo electronico, correo e, direccion de correo, direccion de correo electronico, direccion email',
  phone:
    'phone, phone number, phone no, telephone, telephone number, telephone no, tel, tel no, tel nr, telno, landline, home phone, work phone, business phone, primary phone, contact number, telefoon, telefoonnummer, telefoonnr, telnr, vast nummer, telefon, telefonnummer, telefonnr, rufnummer, festnetz, numero de telephone, no de telephone, num tel, telephone fixe, telefono, numero de telefono, num telefono, telefono fijo, no de telefono, nro de telefono',
  mobile:
    'mobile, mobile number, mobile no, mobile phone, mobile phone number, mobile telephone, cell, cell phone, cell number, cellphone, cellular, mobiel, mobiele telefoon, mobiel nummer, mobielnummer, gsm, gsm nummer, mobil, mobiltelefon, mobilnummer, mobilfunk, mobilfunknummer, handy, handynummer, handy nr, portable, telephone portable, telephone mobile, numero de portable, movil, telefono movil, celular, numero de movil, telefono celular',
  language:
    'language, language code, preferred language, lang, spoken language, taal, taalcode, voorkeurstaal, sprache, sprachcode, bevorzugte sprache, langue, code langue, langue preferee, idioma, idioma preferido, lengua, codigo de idioma',
  ccEmails: 'copies to, copy to, email copies, email copy to, kopie aan, kopie an, copie a, copia a',
  primaryLanguage: 'primary language, main language, hoofdtaal, hauptsprache, langue principale, idioma principal',
  parent:
    'parent id, parent customer id, parent customer, moeder id, hoofdklant, hauptkunde, client parent, cliente principal',
  parentSourceSystem: 'parent source system, parent system',
  parentSourceSystemId:
    'parent source id, parent source system id, parent external id, parent key, parent reference, parent customer number',
  billToCustomerId: 'bill to customer, bill to customer id, payer, payer id, betaler, zahler, payeur, pagador',
  collectorId: 'collector, collector id, collections agent, incassomedewerker',
  'customerRule.dueOption':
    'due option, due days, days until due, payment term, payment terms, payment term days, net days, betaaltermijn, betalingstermijn, zahlungsziel, zahlungsfrist, delai de paiement, plazo de pago',
  deletedAt: 'deleted at, deleted on, date deleted, verwijderd op, geloscht am, supprime le, eliminado el',
  locale:
    'locale, locale code, locale id, language locale, landinstelling, gebietsschema, parametres regionaux, configuracion regional',
  timezoneOffset:
    'timezone offset, time zone offset, utc offset, gmt offset, tz offset, tijdzone offset, tijdzoneverschil, zeitzonenversatz, zeitverschiebung, decalage horaire, decalage utc, desfase horario, diferencia horaria',
};

/** Words that often mean the field, but not surely: offered as guesses. */
const likely: Record<string, string> = {
  sourceSystem: 'source, system, bron, quelle, origen, origine',
  sourceSystemId:
    'customer id, client id, account id, account number, account no, user id, contact id, person id, member id, record id, reference, klant id, klantid, kunden id, kundenid, relatie id, id client, identifiant client, id cliente, identificador',
  debtorId:
    'customer id, client id, account number, account no, klant id, klantid, kunden id, kundenid, relatie id, id client, id cliente',
  title: 'salutation, honorific, courtesy title, aanhef, aanspreekvorm, anrede, civilite, tratamiento, saludo',
  name: 'customer, client, klant, kunde, cliente, contact, person',
  company: 'account name, organisme, business, werkgever, arbeitgeber',
  phone: 'phone 1, phone1, tel 1, tel1, telephone 1, daytime phone, evening phone',
  email:
    'email 1, email1, work email, business email, home email, private email, contact email, user email, author email',
  timezoneOffset: 'timezone, time zone, tijdzone, zeitzone, fuseau horaire, zona horaria, huso horario',
  dateOfBirth: 'birth, geboorte, geburt, naissance',
};

const table = (lists: Record<string, string>) =>
  new Map(Object.entries(lists).map(([field, list]) => [field, list.split(',').map((name) => name.replace(/ /g, ''))]));

/** Field → names that mean just it, as compared (`header.ts`). */
export const ownNames = table(own);
/** Field → names that probably mean it. */
export const likelyNames = table(likely);
