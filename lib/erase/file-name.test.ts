import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Value } from '../customer/fields';
import { testVault } from '../testing/test-store';
import { isNamedAfter, neutralName } from './file-name';
import { identityOf } from './identity';

const states: Record<string, Value>[] = [
  {
    email: 'wilma.flint@bedrock.example',
    firstName: 'Wilma',
    middleName: 'de',
    lastName: 'Flint',
    phone: '+31 (0)6 5550 1234',
    debtorId: 77001,
    sourceSystem: 'erp',
    sourceSystemId: 'ERP-0815',
    ssn: testVault.seal('271-82-8182'),
  },
  { email: 'old@bedrock.example', name: 'Zoë Slaghoople', mobile: '06-55509876', debtorId: 41 },
];
const identity = identityOf({ id: 123456, uuid: '5f0c7f3e-0000-4000-8000-000000000001' }, states);
const isNamed = (fileName: string) => isNamedAfter(identity, fileName, testVault);

it.each([
  ...['wilma.flint@bedrock.example.csv', 'Export WILMA.FLINT@BEDROCK.EXAMPLE (2).csv', 'old_bedrock_example.xlsx'],
  ...[
    'Wilma Flint.csv',
    'flint-wilma.csv',
    'WilmaFlint2024.csv',
    'wilmaflint.csv',
    'wilma de flint.xlsx',
    'zoe slaghoople.csv',
  ],
  ...[
    'tel 0655501234.csv',
    '+31 6 5550 1234.csv',
    '0031655501234.csv',
    '06 5550 98 76.txt',
    'ssn 271828182.csv',
    '271-82-8182.csv',
  ],
  ...['debtor 77001.csv', 'debtor_0077001.csv', 'D77001.csv', 'erp-0815.csv', 'customer 123456.csv'],
  '5F0C7F3E-0000-4000-8000-000000000001.csv',
])('%s is named after the customer', (fileName) => {
  expect(isNamed(fileName)).toBe(true);
});

it.each([
  ...['customers.csv', 'Wilma.csv', 'flint.csv', 'bedrock.example.csv', 'debtor 41.csv', '177001.csv', '770012.csv'],
  ...['erp.csv', '2024-01-31 export.csv', 'Wilma and Flint.csv', 'erased.csv', 'POST /customers/bulk/id'],
])('%s is not', (fileName) => {
  expect(isNamed(fileName)).toBe(false);
});

it('the new name keeps the ending by which a file is read, and names nobody', () => {
  expect(['a.CSV', 'b.xlsx', 'c.tsv', 'd.txt', 'wilma.flint@bedrock.example', 'f'].map(neutralName)).toEqual([
    ...['erased.csv', 'erased.xlsx', 'erased.tsv', 'erased.txt', 'erased', 'erased'],
  ]);
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !isNamed(neutralName(`${text}.csv`))));
});

it('a customer of whom little is known is in no name by chance', () => {
  const little = identityOf({ id: 7, uuid: '5f0c7f3e-0000-4000-8000-000000000002' }, [
    { name: '-', phone: '12', firstName: 'Al' },
  ]);
  fc.assert(fc.property(fc.string(), (text) => !isNamedAfter(little, `${text}.csv`, testVault)));
});

it('an erasure that was asked for before names were looked at goes on', () => {
  const { names: _, phones: __, ...before } = identity;
  expect(isNamedAfter(before, 'Wilma Flint.csv', testVault)).toBe(false);
  expect(isNamedAfter(before, 'wilma.flint@bedrock.example.csv', testVault)).toBe(true);
});
