'use client';
import { NavLink, Tooltip } from '@mantine/core';
import { isAt } from './destinations';
import { Icon, type IconName } from './icon';
import classes from './navigation.module.css';
import { PageLink } from './page-link';

/** One page of the navigation; in the rail its name is a tooltip. */
export function NavigationLink({
  href,
  label,
  icon,
  path,
  rail,
  said,
}: {
  href: string;
  label: string;
  icon: IconName;
  path: string;
  rail: boolean;
  /** What stands at the right. */
  said?: string;
}) {
  return (
    <Tooltip label={label} position="right" disabled={!rail}>
      <NavLink
        component={PageLink}
        href={href}
        active={isAt(path, href)}
        aria-current={isAt(path, href) ? 'page' : undefined}
        aria-label={rail ? label : undefined}
        label={rail ? undefined : label}
        leftSection={<Icon name={icon} />}
        rightSection={rail ? undefined : said}
        styles={{ root: { height: rail ? 36 : 32 } }}
        classNames={{ root: classes.link, section: classes.section, label: classes.label, body: classes.body }}
      />
    </Tooltip>
  );
}
