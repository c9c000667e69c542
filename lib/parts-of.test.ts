import fc from 'fast-check';
import { expect, it } from 'vitest';
import { charsOf, partsOf } from './parts-of';

const row = fc
  .array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 200_000 })), { maxLength: 3 })
  .map((lengths) => ({ cells: lengths.map((length) => (length === null ? null : 'x'.repeat(length))) }));

it('parts are all rows in their order, and none is larger than it may be unless it is one row', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const parts = [...partsOf(rows)];
      expect(parts.flat()).toEqual(rows);
      for (const part of parts) {
        expect(part.length).toBeGreaterThan(0);
        if (part.length > 1) expect(part.reduce((sum, each) => sum + charsOf(each), 0)).toBeLessThanOrEqual(256 * 1024);
      }
    }),
    { numRuns: 200 },
  );
  const many = Array.from({ length: 1201 }, () => ({ cells: ['x'] }));
  expect([...partsOf(many)].map(({ length }) => length)).toEqual([500, 500, 201]);
});
