import { Box } from '@mantine/core';
import type { ComponentProps } from 'react';

/** A named part of a page that scrolls by itself, and that the keyboard can therefore reach. */
export const ScrollRegion = (props: ComponentProps<'section'> & { 'aria-label': string }) => (
  <Box component="section" tabIndex={0} {...props} />
);
