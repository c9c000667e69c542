import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../mapping';
import { fieldOf } from '../testing/field-of';
import { sensitiveColumns, stillSealed } from './sensitive-columns';

const found = (headers: string[], rows: string[][] = [], kept: Parameters<typeof sensitiveColumns>[1] = []) =>
  sensitiveColumns({ headers, preview: rows.map((cells, at) => ({ row: at + 2, cells })) }, kept);

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
  ])('where its header is %s', (header) => {
    expect(found(['Email', header, 'City'])).toEqual([1]);
  });

  test.each([
    'Email',
    'Name',
    'Session',
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

  test('where it was before, by its header wherever it is now, and by its place', () => {
    expect(found(['Code', 'Email'], [], [{ index: null, header: 'Code' }])).toEqual([0]);
    expect(found(['Email', 'Other'], [], [{ index: 1, header: 'Code' }])).toEqual([1]);
    expect(found(['', ''], [], [{ index: null, header: '' }])).toEqual([]);
  });
});

test('a suggested column goes to the field, and every other one that is called so to none', () => {
  expect(fieldOf('SSN', '123-45-6789')).toBe('ssn');
  expect(fieldOf('Burgerservicenummer', '123456782')).toBe('ssn');
  expect(fieldOf('SSN (last 4)', '6789')).toBeNull();
});

describe('read in another way', () => {
  const facts = { headers: ['Email', 'Code'], sealed: [1] } as unknown as FileFacts;

  test('the same columns stay sealed by their place', () => {
    expect(stillSealed(facts, {}, { headerRow: 3 })).toEqual([{ index: 1, header: 'Code' }]);
  });

  test.each([{ sheet: 'Other' }, { delimiter: ';' as const }, { encoding: 'utf-16le' as const }])(
    'other columns only by their header: %j',
    (now) => {
      expect(stillSealed(facts, {}, now)).toEqual([{ index: null, header: 'Code' }]);
    },
  );

  test('nothing is kept where nothing was sealed', () => {
    expect(stillSealed(null, {}, {})).toEqual([]);
  });
});
