import { expect, it } from 'vitest';
import type { TotalsView } from '@/lib/contracts/import-api';
import { planSentence } from './submit-plan';

const totals = (create: number, update: number, rows: number, skip = 0) =>
  ({
    rows,
    dispositions: { create, update, unchanged: 0, skip, conflict: 0 },
    states: { error: 0, excluded: 0 },
  }) as unknown as TotalsView;

it('says what is new, what is updated and what stays behind', () => {
  expect(planSentence(totals(6412, 3462, 10_240))).toBe('6,412 are new, 3,462 will be updated. 366 rows stay behind.');
  expect(planSentence(totals(1, 0, 2))).toBe('1 is new. 1 row stays behind.');
  expect(planSentence(totals(0, 0, 3))).toBe('No customer is created or updated. 3 rows stay behind.');
  expect(planSentence(totals(1, 0, 2, 1))).toBe('1 is new. 1 row stays behind: skipped.');
});
