import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JsonScan } from '../../customer/strict-json/scan-json';
import { openJson } from './open-json';
import { readJson } from './read-json';

const space = fc.stringMatching(/^[ \n\r\t]{0,2}$/);

/** A value, and a text that means it: any spaces, any escapes. */
const written = fc
  .tuple(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), space, fc.boolean())
  .map(([value, gap, escaping]) => {
    const text = JSON.stringify(value, null, gap.replaceAll('\r', ' '));
    return escaping
      ? text.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : text;
  });

const silent = (text: string): unknown => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

const isPlainNumber = (value: unknown): boolean =>
  typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value);
const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).every(isPlain) : isPlainNumber(value);

it('what JSON.parse reads without changing it is read the same', async () => {
  await fc.assert(
    fc.asyncProperty(written, async (text) => {
      const expected = JSON.parse(text);
      fc.pre(isPlain(expected));
      expect(await readJson(Buffer.from(text))).toEqual({ ok: true, value: expected });
    }),
    { numRuns: 1000 },
  );
});

/** JSON with a piece cut out, doubled or put in: mostly not JSON any more. */
const damaged = fc
  .tuple(
    written,
    fc.nat(),
    fc.nat(4),
    fc.constantFrom('', ',', ':', '"', '[', ']', '}', '0', '-', '.', 'e', '\\', 'tru', ' ', '\u0001'),
  )
  .map(([text, at, cut, put]) => {
    const place = at % (text.length + 1);
    return (text.slice(0, place) + put + text.slice(place + cut)).toWellFormed();
  });

it('what JSON.parse refuses is refused, and nothing else is called not JSON', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (text) => {
      const answer = await readJson(Buffer.from(text));
      if (answer.ok) expect({ value: answer.value }).toEqual(silent(text));
      else if (answer.fault.code === 'not_json') expect(silent(text)).toBeNull();
      else expect(['duplicate_key', 'unsafe_number']).toContain(answer.fault.code);
    }),
    { numRuns: 5000 },
  );
});

it('where the work is cut into slices changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(written, damaged), fc.integer({ min: 1, max: 5 }), (text, width) => {
      const bytes = Buffer.from(text);
      const textOf = (start: number, end: number) => bytes.toString('utf8', start, end);
      const whole = new JsonScan(bytes, textOf, 0, {}).run(bytes.length);
      const scan = new JsonScan(bytes, textOf, 0, {});
      let found = null;
      for (let until = 0; until < bytes.length && !found; ) {
        until = Math.min(until + width, bytes.length);
        found = scan.run(until);
      }
      if (bytes.length > 0) expect(found).toEqual(whole);
    }),
    { numRuns: 2000 },
  );
});

it('entry by entry the list is what it is as a whole', async () => {
  const entries = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 });
  const body = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), entries, fc.boolean(), space);
  await fc.assert(
    fc.asyncProperty(body, async ([others, list, first, gap]) => {
      const value = first ? { list, ...others, list2: 1 } : { ...others, list };
      fc.pre(isPlain(value) && Array.isArray(value.list));
      const opened = await openJson(Buffer.from(JSON.stringify(value, null, gap.replaceAll('\r', ' '))), {
        list: 'list',
      });
      if (!opened.ok) throw new Error(opened.fault.message);
      const { shell, entries: found } = opened.json;
      expect(shell).toEqual(JSON.parse(JSON.stringify({ ...value, list: [] })));
      const read = Array.from({ length: found!.length }, (_, index) => found!.read(index));
      expect(read).toEqual(JSON.parse(JSON.stringify(list)));
    }),
    { numRuns: 500 },
  );
});
