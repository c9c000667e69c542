import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ColumnProfiler } from '../intake/profile';
import { fieldOf } from '../testing/field-of';
import { isSensitive, sensitiveColumns } from './sensitive-columns';
import { suggest } from './suggest';

const found = (headers: string[], rows: string[][] = []) =>
  sensitiveColumns({
    headers,
    headerRow: { value: 1, evidence: '' },
    preview: rows.map((cells, at) => ({ row: at + 2, cells })),
  });

/** What is suggested for a file, with what is sealed of it. */
function suggested(headers: string[], rows: string[][]) {
  const sealed = found(headers, rows.slice(0, 19));
  const profiler = new ColumnProfiler(headers);
  profiler.add(rows.map((cells, at) => ({ row: at + 2, cells })));
  return { sealed, fields: suggest(profiler.profiles(), [], sealed).columns.map(({ field }) => field) };
}

describe('a column is sealed from the first write on', () => {
  test.each([
    ...[
      'SSN',
      'ssn',
      'Social Security Number',
      'social_security_no',
      'BSN',
      'Burgerservicenummer',
      'burgerservicenumer',
    ],
    ...['National ID', 'NationalInsuranceNo', 'Sozialversicherungsnummer', 'Numéro de sécurité sociale', 'DNI'],
    ...['Customer SSN', 'BSN partner', 'SSN (last 4)', 'employee ssn', 'Social security number'],
    ...['SS#', 'SS #', 'SS# partner', 'S.S.N.', 'Soc Sec', 'Soc. Sec. No.', 'N° sécu', 'Numéro de sécu', 'NIR', 'NISS'],
    ...[
      'Numéro de sécurité sociale',
      'Sozialversicherungsnummer',
      'Versicherungsnummer (SVNR)',
      'Rentenversicherungsnummer',
    ],
    ...['SSN1', 'ssn2', 'SSNs', 'SSN1 (primary)', 'BSN2', 'DNI1', 'NISS2', 'custssn', 'employeessn', 'Num SS', 'AHV2'],
    ...['Número de Seguro Social', 'ss_nbr', 'Numéro INSEE', 'AVS-Nr'],
    ...['CPR', 'AHV', 'AVS', 'INSEE', 'SIN', 'PPSN', 'CPF', 'RVNR', 'Social Sec'],
    ...['Personnummer', 'Codice fiscale', 'Rodné číslo', 'Fødselsnummer', 'PESEL', 'Social Insurance Number', 'ITIN'],
    ...['TIN', 'Steuer-ID', 'SteuerID Ehepartner', 'Steueridentifikationsnummer', 'Steuerliche Identifikationsnummer'],
    `SSN (${'as it stands on the card, '.repeat(4)})`,
  ])('where its header is %s', (header) => {
    expect(found(['Email', header, 'City'])).toEqual([1]);
  });

  test.each([
    'Email',
    'Name',
    'Session',
    'Single',
    'Savings',
    'Lesson',
    'Business',
    'Obsnote',
    'Phone2',
    'Social',
    'SS',
    'International ID',
    'Insecure',
    'VAT',
    'Lessness',
    'National',
    'Nationality',
    'Debtor ID',
    'ID',
    'Card number',
    '',
    '123456789',
  ])('and not where it is “%s”', (header) => {
    expect(found([header])).toEqual([]);
  });

  test('where the name stands among the first rows, because the header was looked for in the wrong one', () => {
    const rows = [
      ['Staff', ''],
      ['Email', 'BSN'],
      ['a@example.com', '123456782'],
    ];
    expect(found(['List of 2024', ''], rows)).toEqual([1]);
    expect(
      found(
        ['Email', 'Remark'],
        [['a@example.com', 'asked for his SSN and more, see the letter of last week, page 2']],
      ),
    ).toEqual([]);
  });

  test.each([
    ['First name', 'Nino', 'Bo'],
    ['Last name', 'Nie', 'Smit'],
    ['Company', 'BSN Medical GmbH', 'Acme 2000000'],
    ['Company', 'Social Security Fund', 'Acme'],
    ['Email', 'info@bsn.eu', 'b123456@acme.nl'],
    ['Phone', '+31 6 5550 1234', 'nino'],
  ])('but not under %s because %s stands there', (header, one, two) => {
    const rows = [[one], [two], [two]];
    expect(found([header], rows)).toEqual([]);
    expect(found([header], [[one]])).toEqual([]);
  });

  test.each(['123456782', '12345678Z', 'X1234567L', 'QQ 12 34 56 C', 'RSSMRA85T10A562S', '1 85 05 78 006 084 36'])(
    'where its name stands above such numbers as %s, with blanks between',
    (number) => {
      expect(found(['List'], [['Social security'], [''], [number], ['unknown'], ['']])).toEqual([0]);
    },
  );

  test.each(['', 'Number', 'Phone', 'Debtor ID', 'Reference', 'Card number'])(
    'where nearly all values are written 123-45-6789, under the header “%s”',
    (header) => {
      const rows = ['123-45-6789', '', '234-56-7890', ' 345-67-8901 ', '456-78-9012', '567-89-0123', 'none'];
      const { sealed, fields } = suggested(
        [header, 'Email'],
        rows.map((text, at) => [text, `a${at}@example.com`]),
      );
      expect(sealed).toEqual([0]);
      expect(fields).toEqual([header === 'Card number' ? null : 'ssn', 'email']);
    },
  );

  test('but not where few are written so', () => {
    const rows = [['123-45-6789'], ['call him'], ['+31 20 555 1234'], ['']];
    expect(suggested(['Phone'], rows)).toEqual({ sealed: [], fields: ['phone'] });
  });

  test.each([
    ['in groups', '228 33 1296', '418 21 7733'],
    ['of the United Kingdom', 'AB 12 34 56 C', 'JW123456A'],
    ['of Italy', 'RSSMRA85T10A562S', 'BNCGNN70A41F205X'],
    ['of Germany', '65 070649 J 003', '12150377M014'],
  ])('where nearly all values are numbers of persons %s, and the header names no field', (_, one, two) => {
    expect(suggested(['Particulars'], [[one], [two], ['']])).toEqual({ sealed: [0], fields: ['ssn'] });
    for (const header of ['Phone', 'Customer number', 'Source ID']) {
      expect(found([header], [[one], [two], ['']]), header).toEqual([]);
    }
    expect(found(['Particulars'], [[one], ['none'], ['x']])).toEqual([]);
  });

  test.each(['NIN', 'Personal number'])('where it is called %s and has numbers that are long enough', (header) => {
    expect(suggested([header], [['861318594'], ['']]).sealed).toEqual([0]);
    expect(suggested([header], [['100234'], ['']]).sealed).toEqual([]);
  });

  test('where it is called Social and has numbers', () => {
    expect(suggested(['Social'], [['123456789'], ['']])).toEqual({ sealed: [0], fields: ['ssn'] });
    expect(suggested(['Social'], [['@nino'], ['https://example.com/123456']])).toEqual({ sealed: [], fields: [null] });
  });

  test.each(['791-34-5678', 'SSN 791-34-5678', 'Jane 791-34-5678'])('where its header is the value %s', (header) => {
    expect(found(['Email', header])).toEqual([1]);
  });

  test('where it stands beyond the header, because a title is taken for that', () => {
    const rows = [
      ['Email', 'Name', 'BSN'],
      ['a@example.com', 'Bo', '123456782'],
    ];
    expect(found(['List'], rows)).toEqual([2]);
  });
});

test('a suggested column goes to the field, and every other one that is called so to none', () => {
  expect(fieldOf('SSN', '123-45-6789')).toBe('ssn');
  expect(fieldOf('Burgerservicenummer', '123456782')).toBe('ssn');
  expect(fieldOf('SSN (last 4)', '6789')).toBeNull();
  expect(fieldOf('BSN partner', '123-45-6789')).toBeNull();
  expect(fieldOf('Steuer-ID', '86095742719')).toBeNull();
  for (const header of ['SS#', 'Soc. Sec. No.', 'N° sécu', 'Personnummer', 'Codice fiscale', 'Rodné číslo']) {
    expect(fieldOf(header, '123456789'), header).toBe('ssn');
  }
});

test('whatever stands in a file, what is sealed feeds what is sensitive or nothing, and nothing else feeds that', () => {
  const name = fc.constantFrom(
    'SSN',
    'SS#',
    'Social',
    'BSN partner',
    'Steuer-ID',
    'Code',
    'Phone',
    'Email',
    'Name',
    '',
  );
  const number = fc.constantFrom('123-45-6789', '123456782', '+31205551234', 'a@example.com', 'Nino', '');
  const file = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.record({
      headers: fc.array(fc.oneof(name, fc.string({ unit: 'grapheme' })), { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(fc.oneof(number, name), { minLength: width, maxLength: width }), { maxLength: 40 }),
    }),
  );
  fc.assert(
    fc.property(file, ({ headers, rows }) => {
      const { sealed, fields } = suggested(headers, rows);
      for (const [index, field] of fields.entries()) {
        if (field !== null) expect(isSensitive(field)).toBe(sealed.includes(index));
      }
      // By its header alone nothing is suggested as sensitive that is not sealed.
      const alone = new ColumnProfiler(headers).profiles();
      for (const { index, field } of suggest(alone).columns) if (isSensitive(field)) expect(sealed).toContain(index);
    }),
  );
});

test.each([
  ['its header', ['Nino', 'Bo'], ['First name', 'Bo']],
  ['a cell that names them', ['Code', 'BSN', '1234567'], ['Code', '', '1234567']],
  ['values written like 123-45-6789', ['Code', '123-45-6789'], ['Code', '123456789']],
])('what protected a column that is none is gone with %s', (_, [header, ...cells], [otherHeader, ...others]) => {
  const below = (texts: string[]) => texts.map((text) => [text]);
  expect(found([header!], below(cells))).toEqual([0]);
  expect(found([otherHeader!], below(others))).toEqual([]);
});

test('a number below its name, wherever that stands among the first rows, is sealed; words below words never are', () => {
  const word = fc.constantFrom('Nino', 'Nie', 'BSN', 'Social Security Fund', 'info@bsn.eu', 'Tin', 'Bo', 'Smit', '');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), fc.integer({ min: 1, max: 9 }), (above, count) => {
      const words = [...above, 'Bo'].map((text) => [text]);
      expect(found(['First name'], words)).toEqual([]);
      const numbers = Array.from({ length: count }, (_, at) => [String(271_828_182 + at)]);
      expect(found(['First name'], [...words, ['BSN'], ...numbers])).toEqual([0]);
    }),
  );
});
