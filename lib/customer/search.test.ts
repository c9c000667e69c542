import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, isPlain, isPlainList, rowSearch } from './search';

test.each([
  ['Müller', 'muller'],
  ['ŁUKASZ', 'lukasz'],
  ['Søren Straße', 'soren strasse'],
  ['ﬁ Ａ', 'fi a'],
  ['İstanbul', 'istanbul'],
  ['が', 'が'],
])('%s is found as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 2000 },
  );
});

test('letters of the Latin blocks fold alone as they do in any text', () => {
  const latin = fc.string({ unit: fc.integer({ min: 1, max: 0x24f }).map((code) => String.fromCharCode(code)) });
  fc.assert(
    fc.property(latin, (text) => {
      expect(`${fold(text)}か`).toBe(fold(`${text}か`));
    }),
    { numRuns: 2000 },
  );
});

test('a row is searched by the texts a person sees', () => {
  expect(rowSearch(['Jansen', 'Zoë', ['31-12-2026', '2026-12-31']])).toBe('jansen\tzoe\t31-12-2026');
});

test.each([
  [['Jansen', "O'Hara & Co. <x>", ''], true],
  [[''], true],
  [['Jansen', 'Zoë'], false],
  [['Jansen, P', 'x'], false],
  [['a"', 'b'], false],
  [[['31-12-2026', '2026-12-31']], false],
  [[], false],
])('the cells %j are a list of plain texts: %s', (cells, expected) => {
  expect(isPlainList(JSON.stringify(cells))).toBe(expected);
});

test('plain cells are found in their JSON exactly where they are found themselves', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab ,"[]\\\té'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), text, (cells, searched) => {
      const json = JSON.stringify(cells);
      expect(isPlainList(json)).toBe(cells.every(isPlain));
      fc.pre(isPlainList(json) && searched !== '');
      const inJson = isPlain(searched) && json.includes(searched);
      expect(inJson).toBe(cells.some((cell) => cell.includes(searched)));
    }),
    { numRuns: 2000 },
  );
});
