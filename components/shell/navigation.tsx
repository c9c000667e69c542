'use client';
import { NotificationBell } from '@/components/notifications/notification-bell';
import { AccountLinks } from './account-links';
import { BrandMark } from './brand-mark';
import { destinations } from './destinations';
import classes from './navigation.module.css';
import { NavigationLink } from './navigation-link';
import { formatNumber } from './numbers';
import { PageLink } from './page-link';
import { SchemeToggle } from './scheme-toggle';
import { useSettingsPages } from './use-settings-pages';

export interface NavigationCounts {
  /** Imports that are open. */
  imports: number;
  customers: number;
}

/** The navigation at the left; as a rail it shows icons with their names in tooltips. */
export function Navigation({ counts, path, rail }: { counts: NavigationCounts; path: string; rail: boolean }) {
  const settings = useSettingsPages();
  const said = {
    imports: counts.imports > 0 ? `${formatNumber(counts.imports)} open` : undefined,
    customers: counts.customers > 0 ? formatNumber(counts.customers) : undefined,
  };
  return (
    <nav className={classes.root} aria-label="Main" data-rail={rail || undefined}>
      <div className={classes.head}>
        <PageLink href="/imports" className={classes.brand} aria-label="Import Desk">
          <BrandMark />
          {!rail && 'Import Desk'}
        </PageLink>
        <NotificationBell position="right-start" />
      </div>
      {destinations.map(({ href, label, icon, count }) => (
        <NavigationLink key={href} href={href} label={label} icon={icon} path={path} rail={rail} said={said[count]} />
      ))}
      {settings.length > 0 && (
        <section aria-labelledby="settings-group" className={classes.group}>
          <span id="settings-group" className={classes.groupName}>
            Settings
          </span>
          {settings.map(({ href, label, icon }) => (
            <NavigationLink key={href} href={href} label={label} icon={icon} path={path} rail={rail} />
          ))}
        </section>
      )}
      <div className={classes.gap} />
      <SchemeToggle rail={rail} />
      <AccountLinks path={path} rail={rail} />
    </nav>
  );
}
