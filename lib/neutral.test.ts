import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise, restore } from './neutral';

const leads = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

describe('neutralising', () => {
  it.each(leads)('puts an apostrophe before %j', (lead) => expect(neutralise(`${lead}1+1`)).toBe(`'${lead}1+1`));

  it('leaves ordinary text alone', () => {
    for (const text of ['', 'Ada', "O'Neil", "'t Hooft", 'a=b', '1-2']) expect(neutralise(text)).toBe(text);
  });

  it('gives every text back exactly', () => {
    const tricky = fc.string({ unit: fc.constantFrom("'", 'a', ...leads), maxLength: 6 });
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string({ unit: 'binary' })), (text) => restore(neutralise(text)) === text),
    );
  });

  it('never leaves a lead in front', () => {
    const text = fc.tuple(fc.constantFrom(...leads), fc.string()).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (value) => neutralise(value).startsWith("'")));
  });
});
