'use client';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { resolver, theme } from './theme';

/** Theme, toasts and the state in the URL, for all pages. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <NuqsAdapter>{children}</NuqsAdapter>
    </MantineProvider>
  );
}
