import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Field, fields, findField } from './fields';
import { isError, normalise } from './normalise';
import { trimUnicode } from './trim-unicode';

const none = { dateOrder: null };
const field = (name: string) => findField(name) as Field;
const read = (name: string, text: string) => normalise(field(name), text, none);

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom('\u200d', '\u200c', '\ufeff', '\u3000', '\0', '\ud800', 'e', '\u0301', '1', '@', '.', 'م', '👩'),
    )
    .map((parts) => parts.join('')),
);

describe('normalise', () => {
  test('a stored value comes back unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), anyText, (any, text) => {
        const { value } = normalise(any, text, none);
        if (value === null) return;
        const again = normalise(any, String(value), none);
        expect(again.value).toBe(value);
        expect(again.removed).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  test('a value is null exactly where there is an error or nothing visible', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), anyText, (any, text) => {
        const result = normalise(any, text, none);
        expect(result.value === null).toBe(isError(result) || (result.removed === true && result.value === null));
      }),
    );
  });

  test.each([
    ['outer white space of any kind', '\u3000\u00a0 1-000000\u0085\ufeff', '1-000000'],
    ['composition', 'Zoe\u0308', 'Zoë'],
  ])('text loses %s without a warning', (_, text, value) => {
    expect(read('name', text)).toEqual({ value });
  });

  test.each([
    ['NUL', 'A\0b', 'Ab'],
    ['lone surrogates', 'A\ud800b', 'Ab'],
    ['zero-width spaces', 'A\u200bb', 'Ab'],
    ['bidi controls', 'A\u202eb', 'Ab'],
    ['joiners in Latin words', 'A\u200db', 'Ab'],
  ])('%s are taken out with a warning', (_, text, value) => {
    expect(read('name', text)).toEqual({ value, code: 'characters_replaced', removed: true });
  });

  test.each([
    ['line ends and tabs', 'A\r\nb\tc'],
    ['joiners that a script needs', 'می\u200cخواهم'],
    ['joined emoji', '👩\u200d👧'],
    ['pairs of surrogates', '𝒜'],
  ])('%s stay', (_, text) => {
    expect(read('name', text)).toEqual({ value: text });
  });

  test('a cell of nothing but invisible characters has no value', () => {
    expect(read('name', '\u200b')).toEqual({ value: null, code: 'characters_replaced', removed: true });
  });

  test('only date, number and code form is marked as form', () => {
    expect(read('country', 'Nederland')).toEqual({ value: 'NL', form: true });
    expect(read('country', ' NL').form).toBeUndefined();
    expect(read('name', ' x').form).toBeUndefined();
  });

  test('length is counted in characters, not in UTF-16 units', () => {
    expect(read('title', '😀'.repeat(50)).value).toBe('😀'.repeat(50));
    expect(read('title', 'x'.repeat(51))).toEqual({
      value: null,
      code: 'too_long',
      message: 'Shorten the text to 50 characters.',
    });
  });

  test('a broken long cell is refused quickly', () => {
    const long = `x${' '.repeat(32_000)}y`;
    const start = performance.now();
    for (const any of fields) normalise(any, `${long} `, none);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test('trimUnicode takes white space and byte order marks from both ends and nothing else', () => {
  expect(trimUnicode('\ufeff\u2003a b\u0085')).toBe('a b');
  expect(trimUnicode('\u3000\u00a0')).toBe('');
  expect(trimUnicode('\u200ba')).toBe('\u200ba');
});
