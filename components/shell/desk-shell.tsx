'use client';
import { AppShell } from '@mantine/core';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { UploadProvider } from '@/components/intake/upload-provider';
import { NotificationsProvider } from '@/components/notifications/notifications-provider';
import type { Person } from '@/lib/auth/actor';
import { BottomTabs } from './bottom-tabs';
import classes from './desk-shell.module.css';
import { Navigation, type NavigationCounts } from './navigation';
import { pageId, usePageFocus } from './use-page-focus';
import { WhoProvider } from './who';

/** Navigation beside the page: 216 px wide, a rail inside an import, tabs at the bottom on the phone. */
export function DeskShell({
  who,
  unread,
  ...props
}: {
  who: Person;
  /** Notifications that the person has not read. */
  unread: number;
  counts: NavigationCounts;
  children: ReactNode;
}) {
  return (
    <WhoProvider who={who}>
      <NotificationsProvider initial={unread}>
        <Shell {...props} />
      </NotificationsProvider>
    </WhoProvider>
  );
}

function Shell({ counts, children }: { counts: NavigationCounts; children: ReactNode }) {
  const path = usePathname();
  usePageFocus(path);
  const insideImport = path.startsWith('/imports/');
  return (
    <AppShell
      layout="alt"
      padding={0}
      navbar={{ width: insideImport ? 56 : 216, breakpoint: 'sm', collapsed: { mobile: true } }}
      transitionDuration={0}
      classNames={{ navbar: classes.navbar, main: classes.main }}
    >
      <a href={`#${pageId}`} className={classes.skip}>
        Go to the page
      </a>
      <AppShell.Navbar component="div">
        <Navigation counts={counts} path={path} rail={insideImport} />
      </AppShell.Navbar>
      <AppShell.Main id={pageId} tabIndex={-1} data-tabs={!insideImport || undefined}>
        <UploadProvider>{children}</UploadProvider>
      </AppShell.Main>
      {!insideImport && <BottomTabs path={path} />}
    </AppShell>
  );
}
