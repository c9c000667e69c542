'use client';
import { parseAsStringLiteral, useQueryState } from 'nuqs';

/** Whether the issues are shown; without a word in the URL they are beside the grid, and closed in a drawer. */
export function usePanel() {
  const [panel, set] = useQueryState('panel', parseAsStringLiteral(['on', 'off'] as const));
  return { panel, setPanel: (next: 'on' | 'off' | null) => void set(next) };
}
