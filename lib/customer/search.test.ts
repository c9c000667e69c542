import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './search';

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
