'use client';
import { NavLink, Tooltip } from '@mantine/core';
import Link from 'next/link';
import { BrandMark } from './brand-mark';
import { destinations, isAt } from './destinations';
import { Icon } from './icon';
import classes from './navigation.module.css';
import { formatNumber } from './numbers';
import { SchemeToggle } from './scheme-toggle';

export interface NavigationCounts {
  /** Imports that are open. */
  imports: number;
  customers: number;
}

/** The navigation at the left; as a rail it shows icons with their names in tooltips. */
export function Navigation({ counts, path, rail }: { counts: NavigationCounts; path: string; rail: boolean }) {
  const said = {
    imports: counts.imports > 0 ? `${formatNumber(counts.imports)} open` : undefined,
    customers: counts.customers > 0 ? formatNumber(counts.customers) : undefined,
  };
  return (
    <nav className={classes.root} aria-label="Main" data-rail={rail || undefined}>
      <Link href="/imports" className={classes.brand} aria-label="Import Desk">
        <BrandMark />
        {!rail && 'Import Desk'}
      </Link>
      {destinations.map(({ href, label, icon, count }) => (
        <Tooltip key={href} label={label} position="right" disabled={!rail}>
          <NavLink
            component={Link}
            href={href}
            active={isAt(path, href)}
            aria-current={isAt(path, href) ? 'page' : undefined}
            aria-label={rail ? label : undefined}
            label={rail ? undefined : label}
            leftSection={<Icon name={icon} />}
            rightSection={rail ? undefined : said[count]}
            styles={{ root: { height: rail ? 36 : 32 } }}
            classNames={{ root: classes.link, section: classes.section, label: classes.label, body: classes.body }}
          />
        </Tooltip>
      ))}
      <div className={classes.gap} />
      <SchemeToggle rail={rail} />
    </nav>
  );
}
