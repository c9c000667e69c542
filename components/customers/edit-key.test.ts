import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fields } from '@/lib/customer/fields';
import { keyOf, nameOfKey } from './edit-key';

test('every name has a key without a path in it, and the key its name', () => {
  for (const { name } of fields) expect([name, nameOfKey(keyOf(name))]).toEqual([name, name]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const name = `attribute.${text}`;
      expect(keyOf(name)).toMatch(/^attribute__[\w~-]*$/);
      expect(nameOfKey(keyOf(name))).toBe(name);
    }),
  );
});
