import { describe, expect, it } from 'vitest';
import { readJson } from './read-json';

const read = (text: string) => readJson(Buffer.from(text));
const faultOf = async (text: string) => {
  const answer = await read(text);
  return answer.ok ? null : answer.fault;
};

describe('what JSON.parse would change without a word is refused with its place', () => {
  it.each([
    ['{"a":1,"a":1}', [], 'duplicate key [a]'],
    ['{"x":[{"a":1},{"a":1,"b":{"a":2},"\\u0061":3}]}', ['x', 1], 'duplicate key [a]'],
    ['{"é":1,"\\u00e9":2}', [], 'duplicate key [é]'],
    ['{"__proto__":1,"__proto__":2}', [], 'duplicate key [__proto__]'],
    ['{"":1,"":2}', [], 'duplicate key []'],
  ])('a key that stands twice: %s', async (text, path, message) => {
    expect(await faultOf(text)).toEqual({ code: 'duplicate_key', path, message });
  });

  it.each([
    '9007199254740992',
    '9007199254740993',
    '-9007199254740992',
    '9007199254740993.0',
    '90071992547409930e-1',
    '1e16',
    '1e400',
    '-1E+400',
    '25494.00000000000000000001',
    '0.99999999999999999999',
    '1e-400',
    '3.141592653589793238462643',
    '0.12345678901234567890',
    '0.10000000000000000001',
    '5e-325',
  ])('the number %s', async (number) => {
    expect(await faultOf(`{"a":[0,{"id": ${number} }]}`)).toEqual({
      code: 'unsafe_number',
      path: ['a', 1, 'id'],
      message: `the number ${number} cannot be kept exactly`,
    });
  });

  it.each([
    '9007199254740991',
    '-9007199254740991',
    '9007199254740991.0',
    '90071992547409910e-1',
    '1.50e1',
    '0.1',
    '1e-7',
    '-0',
    '0e-400',
    '0.000',
    '123456789012345',
    '1500e-2',
    '3.141592653589793',
    '0.30000000000000004',
    '12.5000000000000000000000',
    '0.00000000000000000000001E+5',
    '5e-324',
  ])('the number %s is kept', async (number) => {
    expect(await read(number)).toEqual({ ok: true, value: JSON.parse(number) });
  });
});

describe('what would cost more than it is worth is refused', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  it('nesting up to 32 is read, deeper is refused', async () => {
    expect(await read(nested(32))).toMatchObject({ ok: true });
    expect(await faultOf(nested(33))).toMatchObject({ code: 'too_deep', message: 'nested deeper than 32' });
    expect(await faultOf(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`)).toMatchObject({ code: 'too_deep' });
  });

  it.each([nested(100_000), '['.repeat(100_000), '{"a":'.repeat(100_000)])(
    'a hundred thousand levels',
    async (text) => {
      expect(await faultOf(text)).toMatchObject({ code: 'too_deep', path: expect.objectContaining({ length: 32 }) });
    },
  );

  it.each([`"${'a'.repeat(2_000_000)}"`, `[${'1,'.repeat(1_000_000)}1]`, `[1${' '.repeat(2_000_000)}]`])(
    'more than half a megabyte in one',
    async (text) => {
      expect(await faultOf(text)).toMatchObject({ code: 'entry_too_large', path: [] });
    },
  );

  it('fifty thousand keys of one object are compared, not each with each', async () => {
    const keys = Array.from({ length: 50_000 }, (_, at) => `"${at}":1`);
    expect(await read(`{${keys}}`)).toMatchObject({ ok: true });
    expect(await faultOf(`{${keys},"7":1}`)).toMatchObject({ message: 'duplicate key [7]' });
  });
});

describe('bytes that are not JSON in UTF-8 are refused with their place', () => {
  it.each([
    ['', 'line 1, column 1: it ends too early'],
    ['{"a": 1,\n  é}', 'line 2, column 3: é does not belong there'],
    ['["é", x]', 'line 1, column 7: x does not belong there'],
    ['[1 2]', 'line 1, column 4: 2 does not belong there'],
    ['["a\u0000b"]', 'line 1, column 4: U+0000 does not belong there'],
    ['{"a"', 'line 1, column 5: it ends too early'],
  ])('%j', async (text, place) => {
    expect(await faultOf(text)).toEqual({ code: 'not_json', path: [], message: `not JSON at ${place}` });
  });

  it('a byte order mark is skipped, other encodings are refused', async () => {
    expect(await read('\uFEFF{"a":"é"}')).toEqual({ ok: true, value: { a: 'é' } });
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const bytes = Buffer.from('\uFEFF{"a":"é"}'.slice(encoding === 'latin1' ? 1 : 0), encoding);
      expect(await readJson(bytes)).toMatchObject({ ok: false, fault: { code: 'not_utf8' } });
    }
    expect(await readJson(Buffer.from('"\xed\xa0\x80"', 'latin1'))).toMatchObject({ fault: { code: 'not_utf8' } });
  });
});

it('a key __proto__ is a key like any other and changes nothing else', async () => {
  const answer = await read('{"__proto__":{"polluted":true},"a":1}');
  expect(answer).toMatchObject({ ok: true });
  const { value } = answer as { value: object };
  expect(Object.keys(value)).toEqual(['__proto__', 'a']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
});
