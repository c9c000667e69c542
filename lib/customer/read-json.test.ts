import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findField } from './fields';
import { normalise } from './normalise';
import { readJson } from './read-json';

/** What a value is but for the order of keys, and with 0 for the zero below it, which JSON.stringify does not know. */
const meaning = (text: string): unknown => JSON.parse(text, (_key, value) => (value === 0 ? 0 : value));

const hasLargeWhole = (json: unknown): boolean =>
  typeof json === 'object' && json !== null
    ? Object.values(json).some(hasLargeWhole)
    : Number.isInteger(json) && !Number.isSafeInteger(json);

/** A number as people and programs write it, and not always as JavaScript would. */
const digits = fc.stringMatching(/^(0|[1-9]\d{0,24})$/);
const fraction = fc.option(fc.stringMatching(/^\.\d{1,24}$/), { nil: '' });
const exponent = fc.option(fc.stringMatching(/^[eE][+-]?\d{1,3}$/), { nil: '' });
const number = fc
  .tuple(fc.constantFrom('', '-'), digits, fraction, exponent)
  .map(([sign, whole, part, power]) => `${sign}${whole}${part}${power}`);

/** The value of a number, to the last digit, as a whole number over a power of ten. */
function exactly(text: string): { digits: bigint; scale: number } {
  const [, sign, whole, part = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text)!;
  return { digits: BigInt(`${sign}${whole}${part}`), scale: Number(power) - part.length };
}

function isSameValue(one: string, other: string): boolean {
  const [a, b] = [exactly(one), exactly(other)];
  const least = Math.min(a.scale, b.scale);
  const [x, y] = [a, b].map((each) => each.digits * 10n ** BigInt(each.scale - least));
  return x === y;
}

describe('JSON is kept to the value', () => {
  it('a number is kept with its value, whatever its spelling, or refused', () => {
    fc.assert(
      fc.property(number, (text) => {
        const { value, code } = readJson(`[${text}]`);
        if (value === null) {
          expect(code).toBe('invalid_json');
          const double = Number(text);
          if (Math.abs(double) <= Number.MAX_SAFE_INTEGER) expect(isSameValue(text, String(double))).toBe(false);
        } else expect(isSameValue(text, String(value).slice(1, -1))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('whatever JavaScript itself writes is kept, but whole numbers beyond 2^53', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (json) => {
        const text = JSON.stringify(json);
        const { value } = readJson(text);
        expect(value === null).toBe(hasLargeWhole(json));
        if (value !== null) expect(meaning(String(value))).toEqual(meaning(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('a key that stands twice in one object is refused, wherever it stands; in another object it is another key', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('a', '\u00e9', '__proto__', '"', '\\', '1'));
    const depth = fc.nat(5);
    fc.assert(
      fc.property(key, fc.boolean(), depth, (name, escaped, levels) => {
        const first = JSON.stringify(name);
        const units = [...Array(name.length).keys()].map((at) => name.charCodeAt(at).toString(16).padStart(4, '0'));
        const second = escaped ? `"${units.map((unit) => `\\u${unit}`).join('')}"` : first;
        const inside = (json: string) => '{"k":['.repeat(levels) + json + ']}'.repeat(levels);
        expect(readJson(inside(`{${first}:1,"other key":0,${second}:1}`))).toMatchObject({
          value: null,
          code: 'invalid_json',
          message: expect.stringContaining('Duplicate key ['),
        });
        expect(readJson(inside(`{${first}:1,"other key":{${second}:1}}`)).value).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{"y":1.50,"z":1e2,"w":-0.0}', '{"y":1.5,"z":100,"w":0}'],
    [' { "a" : "x\\u0041" } ', '{"a":"xA"}'],
  ])('the spelling is not: %s', (text, stored) => {
    expect(readJson(text).value).toBe(stored);
  });
});

const read = (field: string, text: string) => normalise(findField(field)!, text, { dateOrder: null });

it.each([
  ['metadata', '{"a":1,"a":2}', 'Duplicate key [a]. Leave one of the two.'],
  ['addresses', '[{"city":"A","city":"B"}]', 'Duplicate key [city]. Leave one of the two.'],
  ['attributes', '[{"name":"A","value":"1","value":"2"}]', 'Duplicate key [value]. Leave one of the two.'],
  [
    'contacts',
    '{"x":0.12345678901234567890}',
    'The number 0.12345678901234567890 cannot be kept exactly. Write it as text, in quotation marks.',
  ],
  ['metadata', `${'['.repeat(33)}${']'.repeat(33)}`, 'Nest the JSON at most 32 levels deep.'],
  ['metadata', '{', undefined],
])('a cell %s with %s says what is wrong with it', (field, text, message) => {
  expect(read(field, text)).toEqual({ value: null, code: 'invalid_json', message });
});
