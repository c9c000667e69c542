'use client';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { config } from 'zod/v4/core';
import { resolver, theme } from './theme';

// In a browser zod would try whether it may make code out of text, which the policy refuses and tells of.
if (typeof window !== 'undefined') config({ jitless: true });

/** Theme, toasts and the state in the URL, for all pages. `nonce` is what the policy of the document asks of styles. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  // A page that is asked for anew comes with another nonce, but the document keeps its policy.
  const [first] = useState(() => {
    // Where the dialogs of Mantine look for it: https://github.com/theKashey/get-nonce
    if (typeof window !== 'undefined') Object.assign(window, { __webpack_nonce__: nonce });
    return nonce;
  });
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      defaultColorScheme="auto"
      getStyleNonce={() => first ?? ''}
    >
      <Notifications position="bottom-right" />
      <NuqsAdapter>{children}</NuqsAdapter>
    </MantineProvider>
  );
}
