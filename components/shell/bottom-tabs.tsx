'use client';
import classes from './bottom-tabs.module.css';
import { destinations, isAt } from './destinations';
import { Icon } from './icon';
import { PageLink } from './page-link';
import { useSettingsPages } from './use-settings-pages';

/** The navigation of the phone. */
export function BottomTabs({ path }: { path: string }) {
  const settings = useSettingsPages();
  return (
    <nav className={classes.tabs} aria-label="Main">
      {destinations.map(({ href, label, icon }) => (
        <PageLink key={href} href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
          <Icon name={icon} size={20} />
          {label}
        </PageLink>
      ))}
      {settings[0] && (
        <PageLink href={settings[0].href} aria-current={isAt(path, '/settings') ? 'page' : undefined}>
          <Icon name="sliders" size={20} />
          Settings
        </PageLink>
      )}
    </nav>
  );
}
