import { expect, it } from 'vitest';
import { type ColumnProfile, type FileFacts, withoutNames } from '../mapping';
import { mappingOf } from '../testing/sheet';
import { testVault } from '../testing/test-store';
import { type Found, foundWithout } from './found';
import { identityOf, soughtOf } from './identity';
import { compileIsAbout } from './is-about';

const ssn = '271-82-8182';
const identity = soughtOf(
  identityOf({ id: 66_123, uuid: '5f0c7f3e-0000-4000-8000-000000000003' }, [
    { email: 'jane@x.example', debtorId: 77_001, ssn: testVault.seal(ssn) },
  ]),
  testVault,
);
const mapping = mappingOf({ fields: ['email', 'firstName', 'debtorId'] });
const isAbout = compileIsAbout(identity, mapping, testVault);

const profile = (index: number, header: string, samples: string[]): ColumnProfile => ({
  ...{ index, header, samples, filled: 1, blank: 0, wholeNumbers: 0, emails: 0, phones: 0 },
  dates: { dmy: 0, mdy: 0, ymd: 0, ambiguous: 0 },
});

/** A file as it is found whose header is its second row. */
const found = (more: { above?: string[]; headers?: string[]; samples?: string[] } = {}): Found => {
  const { above = ['Customers', '', ''], headers = ['Email', 'Name', 'Debtor'], samples = ['Bob'] } = more;
  const facts: FileFacts = {
    format: 'csv',
    headerRow: { value: 2, evidence: 'chosen' },
    headers,
    preview: [
      { row: 1, cells: above },
      { row: 2, cells: headers },
      { row: 3, cells: ['bob@x.example', 'Bob', '5'] },
    ],
    notices: [],
    kept: [{ layout: 'text', width: 3, columns: [{ index: 1, header: headers[1]! }] }],
  };
  const profiles = headers.map((header, index) => profile(index, header, index === 1 ? samples : ['5']));
  return { facts, profiles };
};
const without = (what: Found, isUnread = false) => foundWithout(isAbout, what, isUnread);

it('a file that says nothing of the customer stays as it is', () => {
  expect(without(found())).toBeNull();
  expect(without({ facts: null, profiles: [] })).toBeNull();
});

it.each([
  ['its email', ['jane@x.example', 'Jane', 'Ede']],
  ['its email among other words', ['x', 'Jane <JANE@x.example>', 'Ede']],
  ['its sensitive number', ['x', 'Jane', ssn]],
  ['its debtor id in the column of that', ['x', 'Jane', '077001']],
])('a header row with %s is blank everywhere, also where columns are remembered as protected', (_, headers) => {
  const kept = without(found({ headers }))!;
  expect(kept.facts).toMatchObject({ headers: ['', '', ''], headerRow: { value: 2 } });
  expect(kept.facts!.preview.map(({ row, cells }) => [row, cells[1]])).toEqual([
    [1, ''],
    [2, ''],
    [3, 'Bob'],
  ]);
  expect(kept.profiles.map(({ header, samples }) => [header, samples])).toEqual([
    ['', ['5']],
    ['', ['Bob']],
    ['', ['5']],
  ]);
  expect(kept.facts!.kept).toEqual([{ layout: 'text', width: 3, columns: [{ index: 1, header: '' }] }]);
  expect(without(kept)).toBeNull();
});

it('a header that was sealed or blank among the headers, and stands in the profile or at the top only, counts too', () => {
  const base = found();
  const [first, ...rest] = base.profiles;
  const inProfile = { ...base, profiles: [{ ...first!, header: ssn }, ...rest] };
  expect(without(inProfile)!.profiles.map(({ header }) => header)).toEqual(['', '', '']);
  const preview = base.facts!.preview.map((line) =>
    line.row === 2 ? { row: 2, cells: [testVault.seal(ssn), 'Jane', 'Ede'] } : line,
  );
  expect(without({ ...base, facts: { ...base.facts!, preview } })!.facts!.headers).toEqual(['', '', '']);
  const layout = { layout: 'sheet', width: 1 };
  const remembered = { ...base.facts!, kept: [{ ...layout, columns: [{ index: 0, header: 'jane@x.example' }] }] };
  expect(without({ ...base, facts: remembered })!.facts!.kept).toEqual([
    { ...layout, columns: [{ index: 0, header: '' }] },
  ]);
});

it('a line above the header that is about the customer is blank; headers and other lines stay', () => {
  const kept = without(found({ above: ['jane@x.example', 'Jane', ''] }))!;
  expect(kept.facts!.preview.map(({ cells }) => cells)).toEqual([
    ['', '', ''],
    ['Email', 'Name', 'Debtor'],
    ['bob@x.example', 'Bob', '5'],
  ]);
  expect(kept.facts!.headers).toEqual(['Email', 'Name', 'Debtor']);
  expect(kept.profiles.map(({ header }) => header)).toEqual(['Email', 'Name', 'Debtor']);
  expect(without(kept)).toBeNull();
});

it('a number or a name alone is nobody, as in a row', () => {
  expect(without(found({ above: ['77001', 'Jane', '66123'], headers: ['66123', 'Jane', 'Ede'] }))).toBeNull();
});

it('samples that name the customer go, and all of them where the rows may not be all of the file', () => {
  const what = found({ samples: ['Bob', 'see jane@x.example'] });
  expect(without(what)!.profiles.map(({ samples }) => samples)).toEqual([['5'], ['Bob'], ['5']]);
  expect(without(what, true)!.profiles.map(({ samples }) => samples)).toEqual([[], [], []]);
  expect(without(found(), true)!.facts).toEqual(withoutNames(found().facts!));
});
