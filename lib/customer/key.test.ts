import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysOf } from './key';

test('the match key comes first, then id and source', () => {
  const values = { id: 42, email: 'A@Example.com', sourceSystem: 'erp', sourceSystemId: 'ERP-1', debtorId: 7 };
  expect(keysOf(values, 'email')).toEqual(['email:a@example.com', 'id:42', 'source:["erp","ERP-1"]']);
  expect(keysOf(values, 'source')).toEqual(['source:["erp","ERP-1"]', 'id:42']);
  expect(keysOf(values, 'debtorId')[0]).toBe('debtorId:7');
});

test('a row whose match key is blank claims nothing', () => {
  expect(keysOf({ id: 42, email: null }, 'email')).toEqual([]);
  expect(keysOf({ id: 42, sourceSystem: 'erp' }, 'source')).toEqual([]);
});

test('two source pairs have one key only when both parts are equal', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b, c) => {
      const key = (system: string, id: string) => keysOf({ sourceSystem: system, sourceSystemId: id }, 'source')[0];
      expect(key(a, b) === key(a, c)).toBe(b === c);
      expect(key(a, b) === key(b, a)).toBe(a === b);
    }),
  );
});
