import Link from 'next/link';
import classes from './bottom-tabs.module.css';
import { destinations, isAt } from './destinations';
import { Icon } from './icon';

/** The navigation of the phone. */
export function BottomTabs({ path }: { path: string }) {
  return (
    <nav className={classes.tabs} aria-label="Main">
      {destinations.map(({ href, label, icon }) => (
        <Link key={href} href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
          <Icon name={icon} size={20} />
          {label}
        </Link>
      ))}
    </nav>
  );
}
