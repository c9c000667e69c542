import { describe, expect, test } from 'vitest';
import type { RawRow } from '../row';
import { mappingOf } from '../testing/sheet';
import { testVault } from '../testing/test-store';
import { openVault } from '../vault';
import { type Checked, compileCheck } from './check-row';

const mapping = mappingOf({ fields: ['email', 'ssn', 'name'] });
const codesOf = ({ issues }: Checked) => issues.map(({ field, code }) => [field, code]);
const email = 'a@example.com';

describe('sensitive values', () => {
  const seal = (text: string) => testVault.seal(text);
  const open = (value: unknown) => testVault.open(String(value));
  const checkSealed = compileCheck(mapping, { headers: ['a', 'b', 'c'], sealed: [1] }, testVault);

  test('are looked at in clear and stay sealed', () => {
    const same = checkSealed({ row: 2, cells: [email, seal('123-45-6789'), 'x'] });
    expect(same).toMatchObject({ values: { ssn: seal('123-45-6789') }, issues: [], changed: [] });
    const trimmed = checkSealed({ row: 2, cells: [email, seal(' 123 '), 'x'] });
    expect([open(trimmed.values.ssn), trimmed.changed]).toEqual(['123', ['ssn']]);
    const long = checkSealed({ row: 2, cells: [email, seal('1'.repeat(51)), 'x'] });
    expect(codesOf(long)).toEqual([['ssn', 'too_long']]);
    const edited = checkSealed({ row: 2, cells: [email, seal('1'), 'x'] }, { 1: seal('2') });
    expect(open(edited.values.ssn)).toBe('2');
  });

  test.each(['•••• 6789', 'XXX-XX-6789', '***-**-6789'])('that are masked are an error: %s', (text) => {
    const checked = checkSealed({ row: 2, cells: [email, seal(text), 'x'] });
    expect(codesOf(checked)).toEqual([['ssn', 'masked_value']]);
    expect(checked.values).not.toHaveProperty('ssn');
  });

  test('of a row that is too long stay closed until somebody has edited it', () => {
    const row: RawRow = {
      row: 2,
      cells: [email, seal('x'), seal('123'), seal('y')],
      faults: [{ column: null, code: 'row_too_long' }],
    };
    const closed = checkSealed(row);
    expect(closed.values).toEqual({ email });
    expect(codesOf(closed)).toEqual([[null, 'row_too_long']]);
    expect(closed.issues[0]!.message).toContain('“••••”');
    const edited = checkSealed(row, { 1: seal('456') });
    expect([open(edited.values.ssn), edited.values.name]).toEqual(['456', '123']);
  });

  test('of a malformed line are taken without its quotation mark, which nobody sees in them', () => {
    const faults: RawRow['faults'] = [{ column: null, code: 'malformed_row' }];
    const row: RawRow = { row: 2, cells: [seal(email), seal('"861318594'), seal('x')], faults };
    expect(open(checkSealed(row, { 2: 'Ann' }).values.ssn)).toBe('861318594');
    const whole: RawRow = { row: 2, cells: [email, seal('"861318594'), 'x'] };
    expect(open(checkSealed(whole).values.ssn)).toBe('"861318594');
  });

  test('of another secret key are a broken program, not a value', () => {
    const other = openVault(Buffer.alloc(32, 9)).seal('1');
    expect(() => checkSealed({ row: 2, cells: [email, other, 'x'] })).toThrow('another secret key');
  });

  test('what only looks sealed in another column is a text like any other', () => {
    const text = seal('123');
    expect(checkSealed({ row: 2, cells: [email, '', text] }).values.name).toBe(text);
  });
});
