import type { ReactNode } from 'react';
import classes from './empty-note.module.css';
import { Icon, type IconName } from './icon';

/** What stands where nothing is: what is missing, what to do, one button. */
export function EmptyNote({
  icon,
  title,
  children,
  action,
}: {
  icon: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.root}>
      <span className={classes.icon}>
        <Icon name={icon} size={20} />
      </span>
      <h2 className={classes.title}>{title}</h2>
      {children && <p className={classes.text}>{children}</p>}
      {action}
    </div>
  );
}
