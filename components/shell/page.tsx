import type { ReactNode } from 'react';
import { NotificationBell } from '@/components/notifications/notification-bell';
import { AccountIcon } from './account-links';
import { BrandMark } from './brand-mark';
import classes from './page.module.css';
import { SchemeIcon } from './scheme-toggle';

/** A page outside of an import: its title, what stands beside the title, and the content. */
export function Page({
  title,
  aside,
  actions,
  children,
}: {
  title: string;
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <span className={classes.mark}>
          <BrandMark size={26} />
        </span>
        <h1 className={classes.title}>{title}</h1>
        {aside && <span className={classes.aside}>{aside}</span>}
        <div className={classes.scheme}>
          <NotificationBell large position="bottom-end" />
          <SchemeIcon />
          <AccountIcon />
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
