import type { ReactNode } from 'react';
import { SettingsTabs } from '@/components/shell/settings-tabs';

/** Settings have their own tabs on the phone. What a page shows, each page guards by itself. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SettingsTabs />
      {children}
    </>
  );
}
