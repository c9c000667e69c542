import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

/** Chips that choose which rows are shown. */
export const ChipGroup = ({ className, children }: { className?: string; children: ReactNode }) => (
  <Box role="group" aria-label="Show rows" className={className}>
    {children}
  </Box>
);
