import { describe, expect, it } from 'vitest';
import type { ImportView, TotalsView } from '@/lib/contracts/import-api';
import { headline, shares, stopped, took, trouble } from './report-words';

const totals = (outcomes: Partial<TotalsView['outcomes']>, excluded = 0, skip = 0): TotalsView => ({
  rows: 0,
  states: { ok: 0, warning: 0, error: 0, excluded },
  dispositions: { create: 0, update: 0, unchanged: 0, skip, conflict: 0 },
  outcomes: { created: 0, updated: 0, unchanged: 0, skipped: 0, conflict: 0, failed: 0, ...outcomes },
  autoChanged: 0,
  warnings: 0,
});

describe('the words of the report', () => {
  it('says in the headline what was written, and beside it what was not', () => {
    const some = totals({ created: 6411, updated: 3459, failed: 213, conflict: 7 });
    expect(headline(some)).toBe('9,870 customers imported');
    expect(trouble(some)).toBe('220 rows were not: 213 failed and 7 are in conflict.');
    expect(headline(totals({ updated: 9 }))).toBe('9 customers updated');
    expect(headline(totals({ unchanged: 5 }))).toBe('All 5 customers were up to date');
    expect(headline(totals({ unchanged: 1, skipped: 2 }, 2))).toBe('The customer was up to date');
    expect(headline(totals({ unchanged: 5, failed: 1 }))).toBe('No customers imported');
    expect(trouble(totals({ created: 1 }))).toBeNull();
  });

  it('tells rows left out by a stop from rows the plan skips', () => {
    const some = totals({ created: 10, skipped: 25 }, 3, 2);
    expect(stopped(some)).toBe(20);
    expect(trouble(some)).toBe('20 rows were skipped because the import was stopped.');
    expect(trouble(totals({ created: 10, skipped: 5 }, 3, 2))).toBeNull();
  });

  it('gives shares that add up to 100', () => {
    for (const counts of [
      [6411, 3459, 141, 9, 7, 213],
      [1, 1, 1],
      [0, 0, 5],
      [99_999, 1],
    ]) {
      const sum = shares(counts).reduce((total, share) => total + Number.parseFloat(share), 0);
      expect(sum).toBeCloseTo(100, 6);
    }
    expect(shares([0, 0])).toEqual(['0.0 %', '0.0 %']);
  });

  it('says how long it took', () => {
    const view = { startedCommitAt: '2026-01-01T10:00:00.000Z', finishedAt: '2026-01-01T10:00:24.400Z' } as ImportView;
    expect(took(view)).toBe('in 24 seconds');
  });
});
