'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isAt } from './destinations';
import { PageLink } from './page-link';
import classes from './settings-tabs.module.css';
import { useSettingsPages } from './use-settings-pages';

/** The pages of Settings on the phone, where they have no place in the navigation. */
export function SettingsTabs() {
  const path = usePathname();
  const pages = useSettingsPages();
  const tabs = useRef<HTMLElement>(null);
  const here = pages.find(({ href }) => isAt(path, href))?.href;
  // They do not all fit: the one where a person is must be among those that are seen.
  useEffect(() => {
    const [list, tab] = [tabs.current, tabs.current?.querySelector<HTMLElement>(`a[href="${here}"]`)];
    if (list && tab) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
  }, [here]);
  return (
    <nav className={classes.root} aria-label="Settings" ref={tabs}>
      {pages.map(({ href, label }) => (
        <PageLink key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {label}
        </PageLink>
      ))}
    </nav>
  );
}
