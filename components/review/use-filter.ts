'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { RowFilter } from '@/lib/contracts/row-api';
import { type IssueCode, issueCodes } from '@/lib/issues';
import { dispositions, outcomes, rowStates } from '@/lib/steps';

const parsers = {
  state: parseAsStringLiteral(rowStates),
  disposition: parseAsStringLiteral(dispositions),
  standing: parseAsStringLiteral(['skipped', 'behind', 'auto-changed', 'warnings'] as const),
  issue: parseAsStringLiteral<IssueCode>(issueCodes),
  outcome: parseAsStringLiteral(outcomes),
  field: parseAsString,
  q: parseAsString,
};
const nothing = { state: null, disposition: null, standing: null, issue: null, outcome: null, field: null };

/** The filter of the rows lives in the URL: it can be reloaded, shared, and left with Back. */
export function useFilter() {
  const [given, set] = useQueryStates(parsers);
  const key = JSON.stringify(given);
  const filter = useMemo<RowFilter>(() => {
    const entries = Object.entries(JSON.parse(key)).filter(([, value]) => value !== null && value !== '');
    return Object.fromEntries(entries);
  }, [key]);
  return {
    filter,
    /** Sets one chip or cause instead of the one before; the search stays. */
    show: (next: Omit<RowFilter, 'q'>) => void set({ ...nothing, ...next }, { history: 'push' }),
    search: (q: string) => void set({ q: q || null }),
    reset: () => void set({ ...nothing, q: null }, { history: 'push' }),
  };
}

export type FilterControl = ReturnType<typeof useFilter>;
