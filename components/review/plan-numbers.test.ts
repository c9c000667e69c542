import { expect, it } from 'vitest';
import type { TotalsView } from '@/lib/contracts/import-api';
import { behindSentence, goingIn, importLabel, stayingBehind } from './plan-numbers';

const totals = (
  dispositions: Partial<TotalsView['dispositions']>,
  states: Partial<TotalsView['states']>,
  rows: number,
): TotalsView => ({
  rows,
  states: { ok: 0, warning: 0, error: 0, excluded: 0, ...states },
  dispositions: { create: 0, update: 0, unchanged: 0, skip: 0, conflict: 0, ...dispositions },
  outcomes: { created: 0, updated: 0, unchanged: 0, skipped: 0, conflict: 0, failed: 0 },
  autoChanged: 0,
  warnings: 0,
});

it('counts what goes in and what stays behind, so that they add up to all rows', () => {
  const plan = totals({ create: 6412, update: 3462, unchanged: 141, conflict: 4 }, { error: 212, excluded: 9 }, 10_240);
  expect(goingIn(plan)).toBe(9874);
  expect(stayingBehind(plan)).toBe(366);
  expect(importLabel(plan)).toBe('Import 9,874 customers');
  expect(behindSentence(plan)).toBe('212 errors and 154 more');
});

it('says what the button does when nothing will be written', () => {
  expect(importLabel(totals({ unchanged: 3 }, {}, 3))).toBe('Finish without changes');
  expect(importLabel(totals({ create: 1 }, {}, 1))).toBe('Import 1 customer');
});
