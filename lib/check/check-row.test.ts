import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields } from '../customer/fields';
import type { Mapping } from '../mapping';
import type { RawRow } from '../row';
import { testVault } from '../testing/test-store';
import { compileCheck } from './check-row';

const mapping = (names: (string | null)[], more: Partial<Mapping> = {}): Mapping => ({
  columns: names.map((field, index) => ({ index, field })),
  matchKey: 'email',
  mode: 'upsert',
  blank: 'keep',
  dateOrder: null,
  sourceSystem: null,
  ...more,
});

const check = (
  names: (string | null)[],
  cells: RawRow['cells'],
  more: Partial<Mapping> & { faults?: RawRow['faults']; edits?: Record<number, string> } = {},
) =>
  compileCheck(
    mapping(names, more),
    { headers: names.map(String) },
    testVault,
  )({ row: 2, cells, faults: more.faults }, more.edits);

const codes = ({ issues }: ReturnType<typeof check>) => issues.map(({ field, code }) => [field, code]);
const email = 'a@example.com';

describe('values', () => {
  test('a sound row has values and keys and nothing to say', () => {
    expect(check(['email', 'name', null], ['A@example.com', 'Zoë', 'ignored'])).toEqual({
      values: { email: 'A@example.com', name: 'Zoë' },
      issues: [],
      changed: [],
      keys: ['email:a@example.com'],
    });
  });

  test('a blank keeps or clears, but never clears the match key', () => {
    expect(check(['email', 'name'], [email, '\u3000']).values).toEqual({ email });
    expect(check(['email', 'name'], [email, ' '], { blank: 'clear' }).values).toEqual({ email, name: null });
    expect(check(['email', 'name'], [email, '\u200b'], { blank: 'clear' }).values).toEqual({ email, name: null });
    expect(check(['email'], [' '], { blank: 'clear' }).values).toEqual({});
  });

  test('a cell that a short row lacks keeps even where blanks clear', () => {
    expect(check(['email', 'name'], [email], { blank: 'clear' }).values).toEqual({ email });
  });

  test('an error leaves its value out and the rest in', () => {
    const checked = check(['email', 'id', 'name'], [email, '1.5', 'x']);
    expect(checked.values).toEqual({ email, name: 'x' });
    expect(codes(checked)).toEqual([['id', 'invalid_number']]);
  });

  test('a date cell counts by its iso value for dates, by its text elsewhere, until it is edited', () => {
    const cells: RawRow['cells'] = [email, ['2/1/84', '1984-02-01'], ['2/1/84', '1984-02-01']];
    const names = ['email', 'dateOfBirth', 'name'];
    expect(check(names, cells).values).toMatchObject({ dateOfBirth: '1984-02-01', name: '2/1/84' });
    expect(codes(check(names, cells, { edits: { 1: '2/1/84' } }))).toEqual([['dateOfBirth', 'ambiguous_date']]);
  });

  test('changed holds trimmed and cleaned cells, not other forms of the same date, number or code', () => {
    const names = ['email', 'name', 'country', 'dateOfBirth', 'id', 'language', 'title'];
    const { changed } = check(names, [email, ' x ', 'Nederland', '28 feb 1984', '007', ' nl', 'a\0b']);
    expect(changed).toEqual(['name', 'language', 'title']);
  });
});

describe('phones', () => {
  test('are read by the country of the row, wherever its column stands', () => {
    expect(codes(check(['email', 'phone', 'country'], [email, '020-1234567', 'NL']))).toEqual([]);
    expect(codes(check(['email', 'phone', 'billing.country'], [email, '020-1234567', 'nl']))).toEqual([]);
    expect(codes(check(['email', 'phone'], [email, '020-1234567']))).toEqual([['phone', 'phone_no_country']]);
  });

  test('are read by the country of the billing address in a list, wherever its column stands', () => {
    const list = (country: string | null) =>
      JSON.stringify([
        { type: 'delivery', country: 'BE' },
        { type: 'invoice', country },
      ]);
    const names = ['email', 'phone', 'addresses', 'country'];
    expect(codes(check(names, [email, '020-1234567', list('nl'), '']))).toEqual([]);
    const doubt = [['phone', 'phone_no_country']];
    expect(codes(check(names, [email, '020-1234567', list(null), '']))).toEqual(doubt);
    expect(codes(check(names, [email, '020-1234567', list('nl'), 'BE']))).toEqual(doubt);
  });

  test('of an address are read by the country of that address first', () => {
    const names = ['email', 'shipping.phone', 'phone', 'country', 'shipping.country'];
    const checked = check(names, [email, '02 512 12 12', '020-1234567', 'NL', 'BE']);
    expect(codes(checked)).toEqual([]);
  });
});

describe('faults', () => {
  test('a row whose line was cut is not taken, whatever is typed', () => {
    const faults: RawRow['faults'] = [{ column: null, line: 7, code: 'line_too_long' }];
    for (const edits of [undefined, { 0: 'b@example.com' }]) {
      const checked = check(['email'], [email], { faults, edits });
      expect(checked.values).toEqual({});
      expect(checked.issues).toMatchObject([{ code: 'line_too_long', severity: 'error' }]);
      expect(checked.issues[0]!.message).toMatch(/^Line 7 of the file is longer than 1,048,576 characters/);
    }
  });

  test('a malformed row is that one error', () => {
    const faults: RawRow['faults'] = [{ column: null, code: 'malformed_row' }];
    expect(check(['email'], ['nobody'], { faults })).toMatchObject({ values: {}, keys: [] });
    expect(codes(check(['email'], ['nobody'], { faults }))).toEqual([[null, 'malformed_row']]);
  });

  test('of a cell go to its field, vanish with an edit, and do not count in ignored columns', () => {
    const faults: RawRow['faults'] = [
      { column: 1, code: 'cell_error' },
      { column: 2, code: 'cell_error' },
    ];
    const names = ['email', 'name', null];
    const checked = check(names, [email, '#N/A', '#N/A'], { faults });
    expect(codes(checked)).toEqual([['name', 'cell_error']]);
    expect(checked.values).toEqual({ email });
    expect(check(names, [email, '#N/A', '#N/A'], { faults, edits: { 1: 'x' } })).toMatchObject({
      issues: [],
      values: { name: 'x' },
    });
  });

  test('of the key are not said twice', () => {
    const faults: RawRow['faults'] = [{ column: 0, code: 'formula_without_value' }];
    expect(codes(check(['email'], [''], { faults }))).toEqual([['email', 'formula_without_value']]);
  });

  test('of the row are put right by typing what lacks, and by correcting a cell, which says what is left out', () => {
    const short: RawRow['faults'] = [{ column: null, code: 'row_too_short' }];
    expect(codes(check(['email', 'name'], [email], { faults: short }))).toEqual([[null, 'row_too_short']]);
    expect(codes(check(['email', 'name'], [email], { faults: short, edits: { 1: 'x' } }))).toEqual([]);
    const long: RawRow['faults'] = [{ column: null, code: 'row_too_long' }];
    expect(codes(check(['email'], [email, 'x'], { faults: long }))).toEqual([[null, 'row_too_long']]);
    const corrected = check(['email'], [email, 'x'], { faults: long, edits: { 0: 'b@example.com' } });
    expect(codes(corrected)).toEqual([[null, 'row_as_edited']]);
    expect(corrected.issues[0]?.message).toContain('“x”');
  });
});

describe('keys', () => {
  test('a blank match key is an error on its field, and the row claims nothing', () => {
    const checked = check(['email', 'id'], ['', '5']);
    expect(codes(checked)).toEqual([['email', 'key_blank']]);
    expect(checked.keys).toEqual([]);
  });

  test('a match key in error says so once', () => {
    expect(codes(check(['email'], ['nobody']))).toEqual([['email', 'invalid_email']]);
    expect(check(['email'], ['nobody']).keys).toEqual([]);
  });

  const source = ['sourceSystem', 'sourceSystemId', 'email'];
  test('a source pair is whole or absent', () => {
    expect(codes(check(source, ['erp', '', email]))).toEqual([['sourceSystemId', 'source_incomplete']]);
    expect(codes(check(source, ['', '1', email]))).toEqual([['sourceSystem', 'source_incomplete']]);
    expect(codes(check(source, ['', '', email]))).toEqual([]);
    expect(codes(check(source, ['', '', email], { matchKey: 'source' }))).toEqual([['sourceSystemId', 'key_blank']]);
    expect(codes(check(source, ['erp', '', email], { matchKey: 'source' }))).toEqual([
      ['sourceSystemId', 'source_incomplete'],
    ]);
  });

  test('a constant source system goes with an id, and with a blank id there is neither', () => {
    const names = ['sourceSystemId', 'email'];
    const more = { sourceSystem: ' erp ' };
    expect(check(names, ['1', email], more)).toMatchObject({
      values: { sourceSystem: 'erp', sourceSystemId: '1' },
      keys: ['email:a@example.com', 'source:["erp","1"]'],
    });
    expect(check(names, ['', email], { ...more, blank: 'clear' })).toMatchObject({ values: { email }, issues: [] });
    expect(codes(check(names, ['', email], { ...more, matchKey: 'source' }))).toEqual([
      ['sourceSystemId', 'key_blank'],
    ]);
  });
});

describe('any row', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ' ', email),
  );
  const cell = fc.oneof(text, fc.tuple(text, text));
  const all = compileCheck(
    mapping(
      fields.map(({ name }) => name),
      { blank: 'clear' },
    ),
    { headers: fields.map(({ name }) => name) },
    testVault,
  );

  test('is checked without a throw, the same way each time, with keys only where the key is sound', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: fields.length + 2 }),
        fc.dictionary(fc.nat(60).map(String), text),
        (cells, edits) => {
          const checked = all({ row: 2, cells }, edits as Record<number, string>);
          expect(all({ row: 2, cells }, edits as Record<number, string>)).toEqual(checked);
          expect(checked.keys.length > 0).toBe(typeof checked.values.email === 'string');
          for (const { field, severity } of checked.issues) {
            if (severity === 'error' && field !== null) expect(checked.values[field] ?? null).toBeNull();
          }
        },
      ),
    );
  });

  test('is not disturbed by names that mean something to JavaScript', () => {
    const odd = mapping(['__proto__', 'constructor', 'email']);
    expect(
      compileCheck(odd, { headers: ['', '', ''] }, testVault)({ row: 2, cells: ['x', 'y', email] }).values,
    ).toEqual({ email });
  });
});
