import { expect, it } from 'vitest';
import { clipboardText } from './clipboard-text';

it('separates cells by tabs and rows by lines', () => {
  expect(
    clipboardText([
      ['a', 'b'],
      ['c', ''],
    ]),
  ).toBe('a\tb\nc\t');
});

it('quotes cells that hold a tab, a line break or a quote', () => {
  expect(clipboardText([['one\ntwo', 'say "x"', 'a\tb']])).toBe('"one\ntwo"\t"say ""x"""\t"a\tb"');
});
