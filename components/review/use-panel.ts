'use client';
import { useMediaQuery } from '@mantine/hooks';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { flushSync } from 'react-dom';

/** The panel of issues, to go to. */
export const panelId = 'issues-by-cause';

/** Whether the issues are shown; without a word in the URL they are beside the grid, and closed in a drawer. */
export function usePanel() {
  const [panel, set] = useQueryState('panel', parseAsStringLiteral(['on', 'off'] as const));
  const isNarrow = useMediaQuery('(max-width: 75em)', false);
  const open = () => void set(isNarrow ? 'on' : null);
  return {
    isNarrow,
    shown: isNarrow ? panel === 'on' : panel !== 'off',
    open,
    close: () => void set(isNarrow ? null : 'off'),
    /** Opens it and takes the focus there; the drawer takes it by itself. */
    goThere: () => {
      flushSync(open);
      if (!isNarrow) document.getElementById(panelId)?.focus();
    },
  };
}
