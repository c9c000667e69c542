'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isAt } from './destinations';
import classes from './settings-tabs.module.css';
import { useSettingsPages } from './use-settings-pages';

/** The pages of Settings on the phone, where they have no place in the navigation. */
export function SettingsTabs() {
  const path = usePathname();
  const pages = useSettingsPages();
  const tabs = useRef<HTMLElement>(null);
  // They do not all fit: the one where a person is must be among those that are seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which one that is depends on the path and the pages.
  useEffect(() => {
    const [list, current] = [tabs.current, tabs.current?.querySelector<HTMLElement>('[aria-current]')];
    if (list && current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [path, pages.length]);
  return (
    <nav className={classes.root} aria-label="Settings" ref={tabs}>
      {pages.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
