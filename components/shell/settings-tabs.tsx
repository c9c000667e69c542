'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { isAt } from './destinations';
import classes from './settings-tabs.module.css';
import { useSettingsPages } from './use-settings-pages';

/** The pages of Settings on the phone, where they have no place in the navigation. */
export function SettingsTabs() {
  const path = usePathname();
  return (
    <nav className={classes.root} aria-label="Settings">
      {useSettingsPages().map(({ href, label }) => (
        <Link key={href} href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
