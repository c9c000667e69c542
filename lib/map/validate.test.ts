import { expect, test } from 'vitest';
import type { Mapping } from '../mapping';
import { mappingProblems } from './validate';

const problems = (names: (string | null)[], more: Partial<Mapping> = {}) =>
  mappingProblems(
    {
      columns: names.map((field, index) => ({ index, field })),
      matchKey: 'email',
      mode: 'upsert',
      blank: 'keep',
      dateOrder: null,
      sourceSystem: null,
      ...more,
    },
    names.length,
  );

test('a sound mapping has no problems', () => {
  expect(problems(['email', null, 'name'])).toEqual([]);
  expect(problems(['sourceSystemId', 'email'], { sourceSystem: 'erp' })).toEqual([]);
});

test('two columns on one field are named by their letters', () => {
  expect(problems(['email', 'name', 'name'])).toEqual(['Columns B and C both feed Name. Choose one of them.']);
});

test('with headers at hand columns are named by them too', () => {
  const columns = [0, 1].map((index) => ({ index, field: 'email' }));
  const mapping: Mapping = {
    columns,
    matchKey: 'email',
    mode: 'upsert',
    blank: 'keep',
    dateOrder: null,
    sourceSystem: null,
  };
  expect(mappingProblems(mapping, 2, ['Email', ' '])).toEqual([
    'Columns A (Email) and B both feed Email. Choose one of them.',
  ]);
});

test('the match key needs its column', () => {
  expect(problems(['name'])).toEqual(['Choose a column for Email, it is how a row finds its customer.']);
  expect(problems(['name'], { matchKey: 'source', sourceSystem: 'erp' })).toEqual([
    'Choose a column for Source ID, it is how a row finds its customer.',
  ]);
  expect(problems(['name'], { matchKey: null })).toHaveLength(1);
});

test('a source ID needs its system, and the other way round', () => {
  expect(problems(['sourceSystemId', 'email'])).toEqual([
    'Enter the source system: it goes with the column for Source ID.',
  ]);
  expect(problems(['sourceSystemId', 'email'], { sourceSystem: ' ' })).toHaveLength(1);
  expect(problems(['sourceSystem', 'email'])).toHaveLength(1);
  expect(problems(['sourceSystemId', 'email'], { sourceSystem: 'x'.repeat(101) })).toEqual([
    'Shorten the source system to 100 characters.',
  ]);
});

test('fields and columns that do not exist are refused', () => {
  expect(problems(['email', '__proto__'])).toEqual([
    'There is no field “__proto__”. Choose another field for column B.',
  ]);
  expect(
    problems(['email'], {
      columns: [
        { index: 0, field: 'email' },
        { index: 9, field: 'name' },
      ],
    }),
  ).toEqual(['The file has no column J. Match the columns again.']);
});

test('an attribute is a field where it is defined, and has its label', () => {
  const attributes = [
    { name: 'TIER', label: 'Loyalty', class: '', type: 'text' as const, options: [], description: null },
  ];
  expect(problems(['email', 'attribute.TIER'], { attributes })).toEqual([]);
  expect(problems(['email', 'attribute.TIER'])).toEqual([
    'There is no field “attribute.TIER”. Choose another field for column B.',
  ]);
  expect(problems(['email', 'attribute.TIER', 'attribute.TIER'], { attributes })).toEqual([
    'Columns B and C both feed Loyalty. Choose one of them.',
  ]);
});

test('an attribute that was defined as a sensitive number is no field', () => {
  const attributes = [{ name: 'X1', label: 'SSN', class: '', type: 'text' as const, options: [], description: null }];
  expect(problems(['email', 'attribute.X1'], { attributes })).toEqual([
    'The attribute SSN is no place for such numbers. Choose Social security number for column B, which is kept sealed.',
  ]);
});

test('a protected column feeds nothing else, and it is said what opens it', () => {
  const columns = ['email', 'firstName'].map((field, index) => ({ index, field }));
  const mapping: Mapping = {
    columns,
    matchKey: 'email',
    mode: 'upsert',
    blank: 'keep',
    dateOrder: null,
    sourceSystem: null,
  };
  expect(mappingProblems(mapping, 2, ['Email', 'Nino'], [1])).toEqual([
    'Column B (Nino) is protected, so it can only feed Social security number. Choose that or ignore it. If it holds no such numbers, change what says so in the file and upload that: its header, a cell that names them, or values written like 123-45-6789.',
  ]);
  const ignored = [columns[0]!, { index: 1, field: null }];
  expect(mappingProblems({ ...mapping, columns: ignored }, 2, ['Email', 'Nino'], [1])).toEqual([]);
});
