import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttributeDefinition } from '../customer/attribute';
import { type FieldKind, fields } from '../customer/fields';
import type { ColumnProfile } from '../mapping';
import { suggest } from './suggest';

const noDates = { dmy: 0, mdy: 0, ymd: 0, ambiguous: 0 };

/** A column as reading would see it, with its header and a few values. */
function profile(header: string, index: number, values: string[] = ['x']): ColumnProfile {
  const filled = values.filter((value) => value.trim() !== '');
  const count = (form: RegExp) => filled.filter((value) => form.test(value)).length;
  return {
    index,
    header,
    samples: filled.slice(0, 5),
    filled: filled.length,
    blank: values.length - filled.length,
    wholeNumbers: count(/^\d+$/),
    emails: count(/^\S+@\S+\.\S+$/),
    phones: count(/^\+?[\d ()-]{7,}$/),
    dates: { ...noDates, ymd: count(/^\d{4}-\d\d-\d\d$/) },
  };
}

const mapped = (columns: Record<string, string[]>) => {
  const headers = Object.keys(columns);
  const mapping = suggest(headers.map((header, index) => profile(header, index, columns[header])));
  return Object.fromEntries(mapping.columns.map(({ index, field }) => [headers[index], field]));
};
const headersTo = (...headers: string[]) =>
  Object.values(mapped(Object.fromEntries(headers.map((name) => [name, ['x']]))));

const samplesOf = (kind: FieldKind): string[] => {
  if (kind === 'integer') return ['1'];
  return ['json', 'addresses', 'attributes'].includes(kind) ? ['[]'] : ['x'];
};

describe('attributes', () => {
  const definition = (name: string, label: string | null, type: AttributeDefinition['type'] = 'text') => ({
    ...{ name, label, type, class: '', options: [], description: null },
  });
  const attributes = [definition('LOYALTY_TIER', 'Loyalty'), definition('SINCE', null, 'date')];

  test.each([
    ['attribute.LOYALTY_TIER', 'attribute.LOYALTY_TIER', 'name'],
    ['Attribute loyalty tier', 'attribute.LOYALTY_TIER', 'name'],
    ['LOYALTY_TIER', 'attribute.LOYALTY_TIER', 'name'],
    ['Loyalty-tier', 'attribute.LOYALTY_TIER', 'name'],
    ['loyalty', 'attribute.LOYALTY_TIER', 'name'],
    ['attribute.UNKNOWN', null, undefined],
    ['royalty', null, undefined],
    ['Email', 'email', 'name'],
  ])('%j feeds %s', (header, field, reason) => {
    const values = field === 'email' ? ['a@example.com'] : ['x'];
    expect(suggest([profile(header, 0, values)], attributes).columns).toEqual([
      field ? { index: 0, field, reason } : { index: 0, field },
    ]);
  });

  test('a date proves the order of the days, and without its definition nothing is suggested', () => {
    const since = { ...profile('Since', 0), dates: { ...noDates, dmy: 1 } };
    expect(suggest([since], attributes)).toMatchObject({ dateOrder: 'dmy', columns: [{ field: 'attribute.SINCE' }] });
    expect(suggest([since])).toMatchObject({ dateOrder: null, columns: [{ field: null }] });
  });

  test('every one that is defined is found by its field, its name and its label', () => {
    const letters = fc.stringMatching(/^[A-Z][A-Z0-9_-]{0,20}$/);
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[A-Za-z][A-Za-z ]{2,20}$/), (name, label) => {
        for (const header of [`attribute.${name}`, `ZQX${name}`, `zqx ${label}`]) {
          const { columns } = suggest(
            [profile(header, 0)],
            [definition(name, 'zz label'), definition(`ZQX${name}`, `zqx ${label}`)],
          );
          expect(columns[0]!.field).toMatch(/^attribute\./);
        }
      }),
    );
  });
});

describe('names', () => {
  test('every field is found by its own name and by its label', () => {
    for (const title of ['name', 'label'] as const) {
      const profiles = fields.map((field, index) => profile(field[title], index, samplesOf(field.kind)));
      expect(suggest(profiles).columns.map(({ field }) => field)).toEqual(fields.map(({ name }) => name));
    }
  });

  test('a name of a field feeds it, whatever else there is', () => {
    expect(mapped({ id: ['1', '2'], metadata: ['{"a":1}', 'bad{'] })).toEqual({ id: 'id', metadata: 'metadata' });
    for (const text of ['5', '"text"', 'true', 'bad{']) {
      expect(mapped({ metadata: [text] })).toEqual({ metadata: 'metadata' });
    }
    expect(mapped({ addresses: ['[{"city":"A"}]', 'bad['] })).toEqual({ addresses: 'addresses' });
    expect(mapped({ Contacts: ['Ann', 'Bo'] })).toEqual({ Contacts: null });
    for (const name of ['billing.number', 'shipping.number', 'address.number', 'Billing · Number']) {
      expect(headersTo('id', name)[1]).toMatch(/\.number$/);
    }
    const named = ['id', 'email', 'country', 'address.street', 'address.postalCode', 'address.country'];
    const values = Object.fromEntries(named.map((name) => [name, [name === 'email' ? 'a@example.com' : '1']]));
    expect(mapped(values)).toEqual(Object.fromEntries(named.map((name) => [name, name])));
  });

  test('order, case, separators and accents do not matter', () => {
    for (const header of [
      'FIRST NAME',
      'first_name',
      'firstName',
      'First-Name *',
      'first.name',
      'First name (optional)',
    ]) {
      expect(headersTo(header)).toEqual(['firstName']);
    }
  });

  test.each([
    ['Voornaam', 'firstName'],
    ['Tussenvoegsel', 'middleName'],
    ['Achternaam', 'lastName'],
    ['Geboortedatum', 'dateOfBirth'],
    ['Mobiele telefoon', 'mobile'],
    ['E-mailadres', 'email'],
    ['Geschlecht', 'gender'],
    ['Nachname', 'lastName'],
    ['Geburtsdatum', 'dateOfBirth'],
    ['Handynummer', 'mobile'],
    ['Prénom', 'firstName'],
    ['Date de naissance', 'dateOfBirth'],
    ['Numéro de téléphone', 'phone'],
    ['Correo electrónico', 'email'],
    ['Fecha de nacimiento', 'dateOfBirth'],
    ['Teléfono', 'phone'],
    ['CustomerName', 'name'],
    ['Frist name', 'firstName'],
    ['Emial', 'email'],
    ['Customer phone', 'phone'],
    ['External_Id__c', 'sourceSystemId'],
  ])('%s is %s', (header, field) => {
    const value = field === 'email' ? 'a@example.com' : 'x';
    expect(mapped({ [header]: [value] })).toEqual({ [header]: field });
  });

  test('a guess is marked with its confidence, a name is not', () => {
    const { columns } = suggest([profile('Frist name', 0), profile('Last name', 1)]);
    expect(columns[0]).toMatchObject({ field: 'firstName', reason: 'guess' });
    expect(columns[0]?.confidence).toBeGreaterThan(0.5);
    expect(columns[1]).toEqual({ index: 1, field: 'lastName', reason: 'name' });
  });

  test('a name beside a first name is the last name', () => {
    expect(headersTo('Vorname', 'Name')).toEqual(['firstName', 'lastName']);
    expect(headersTo('Nom', 'Prénom')).toEqual(['lastName', 'firstName']);
    expect(headersTo('Nombre', 'Apellidos')).toEqual(['firstName', 'lastName']);
    expect(headersTo('Name', 'First name', 'Last name')).toEqual(['name', 'firstName', 'lastName']);
  });

  test.each([
    'Card number',
    'No. Tarjeta de Crédito',
    'IBAN',
    'Password',
    'Kreditkartennummer',
    'Fax',
    'Bank account number',
    'Loyalty card',
  ])('%s is never matched', (header) => {
    expect(mapped({ [header]: ['4724339529704677'] })).toEqual({ [header]: null });
    expect(mapped({ [header]: ['a@example.com'] })).toEqual({ [header]: null });
  });

  test.each([
    'SignupDate',
    'LastLogin',
    'AccountStatus',
    'sender',
    'notes',
    '__proto__',
    'constructor',
    'Invoice number',
  ])('%s means none of the fields', (header) => {
    expect(headersTo(header)).toEqual([null]);
  });
});

describe('addresses', () => {
  test('bare parts are billing, and a bare country follows them', () => {
    expect(headersTo('Street', 'Number', 'Zip', 'Town', 'Country')).toEqual([
      'billing.street',
      'billing.number',
      'billing.postalCode',
      'billing.city',
      'billing.country',
    ]);
    expect(headersTo('Name', 'Country')).toEqual(['name', 'country']);
    expect(headersTo('Name', 'Number')).toEqual(['name', null]);
    expect(headersTo('billing_city', 'shipping_city', 'Land')).toEqual(['billing.city', 'shipping.city', 'country']);
  });

  test.each([
    ['billing_zipcode', 'billing.postalCode'],
    ['Bill to city', 'billing.city'],
    ['Factuurplaats', 'billing.city'],
    ['Rechnungsort', 'billing.city'],
    ['Ville de facturation', 'billing.city'],
    ['Lieferadresse', 'shipping.street'],
    ['Liefer-PLZ', 'shipping.postalCode'],
    ['Bezorgadres postcode', 'shipping.postalCode'],
    ['Code postal de livraison', 'shipping.postalCode'],
    ['Ciudad de envío', 'shipping.city'],
    ['Shipping address 2', 'shipping.street2'],
    ['shipping_phone_number', 'shipping.phone'],
    ['Invoice email', 'billing.email'],
    ['address.city', 'address.city'],
    ['address_city', 'billing.city'],
    ['Dirección', 'billing.street'],
  ])('%s is %s', (header, field) => {
    expect(mapped({ [header]: field.endsWith('email') ? ['a@example.com'] : ['x'] })).toEqual({ [header]: field });
  });
});

describe('values', () => {
  test('ids are suggested only where all values are whole numbers', () => {
    expect(mapped({ id: ['1', '2'], Klantnr: ['7', '8'] })).toEqual({ id: 'id', Klantnr: 'debtorId' });
    expect(mapped({ id: ['a1', '2'] })).toEqual({ id: 'sourceSystemId' });
    expect(mapped({ Kundennummer: ['K-1'] })).toEqual({ Kundennummer: 'sourceSystemId' });
    expect(mapped({ Kundennummer: ['007'] })).toEqual({ Kundennummer: 'sourceSystemId' });
    expect(mapped({ id: [] })).toEqual({ id: null });
    expect(mapped({ CustomerID: ['C1'] })).toEqual({ CustomerID: 'sourceSystemId' });
    expect(mapped({ CustomerID: ['1'] })).toEqual({ CustomerID: 'debtorId' });
  });

  test('a column of emails is the email, whatever it is called', () => {
    expect(mapped({ Kontakt: ['a@example.com', 'b@example.com'] })).toEqual({ Kontakt: 'email' });
  });

  test('two columns that could be the email are left to the person', () => {
    expect(mapped({ Email: [''], email_addr: ['a@example.com'] })).toEqual({ Email: null, email_addr: null });
    expect(mapped({ first: ['a@example.com'], second: ['b@example.com'] })).toEqual({ first: null, second: null });
    expect(mapped({ other: ['a@example.com'], Email: ['b@example.com'] })).toEqual({ other: null, Email: 'email' });
  });

  test('a source system comes only with its ids', () => {
    expect(headersTo('Source system', 'Email')).toEqual([null, 'email']);
    expect(headersTo('Source system', 'External ID')).toEqual(['sourceSystem', 'sourceSystemId']);
  });
});

describe('choices', () => {
  test('are the ones that lose least', () => {
    expect(suggest([profile('Email', 0, ['a@example.com'])])).toMatchObject({
      matchKey: 'email',
      mode: 'upsert',
      blank: 'keep',
      dateOrder: null,
      sourceSystem: null,
    });
  });
});

test('no two columns get one field, and every column is listed once', () => {
  const header = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'Email',
      'mail',
      'id',
      'Name',
      'Nom',
      'Country',
      'Land',
      'Phone',
      'tel',
      'city',
      'Ort',
      'street',
      '',
      'address',
    ),
  );
  const value = fc.constantFrom('a@example.com', '1', '', '1984-02-28', 'x');
  fc.assert(
    fc.property(fc.array(fc.tuple(header, fc.array(value))), (columns) => {
      const profiles = columns.map(([name, values], index) => profile(name, index, values));
      const { columns: result } = suggest(profiles);
      const used = result.flatMap(({ field }) => field ?? []);
      expect(new Set(used).size).toBe(used.length);
      expect(result.map(({ index }) => index)).toEqual(profiles.map(({ index }) => index));
    }),
  );
});

test('a sheet of 500 columns is matched in a moment', () => {
  const profiles = Array.from({ length: 500 }, (_, index) => profile(`customer measurement ${index} total`, index));
  const start = performance.now();
  suggest(profiles);
  expect(performance.now() - start).toBeLessThan(2000);
});
