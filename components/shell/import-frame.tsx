'use client';
import type { ReactNode } from 'react';
import type { ImportView } from '@/lib/contracts/import-api';
import type { StepPath } from '@/lib/steps';
import { Icon } from './icon';
import classes from './import-frame.module.css';
import { ImportSteps } from './import-steps';
import { PageLink } from './page-link';

/**
 * The frame of every page of an import: path, the five steps and the actions of the page. `view` is null before there
 * is an import. Only the page scrolls. On the phone the actions stand below it; `phoneActions` replaces them there.
 */
export function ImportFrame({
  view,
  current,
  actions,
  phoneActions,
  children,
}: {
  view: ImportView | null;
  current: StepPath;
  actions?: ReactNode;
  phoneActions?: ReactNode;
  children: ReactNode;
}) {
  const title = view?.file.name || 'New import';
  return (
    <div className={classes.frame}>
      <header className={classes.bar}>
        <nav className={classes.path} aria-label="Path">
          <PageLink href="/imports" className={classes.home}>
            <span className={classes.homeIcon}>
              <Icon name="right" size={20} />
            </span>
            <span className={classes.homeWord}>Imports</span>
          </PageLink>
          <span className={classes.divider}>
            <Icon name="right" size={14} />
          </span>
          <span className={classes.title} title={title}>
            {title}
          </span>
        </nav>
        <ImportSteps view={view} current={current} />
        <div className={classes.actions} data-replaced={phoneActions ? true : undefined}>
          {actions}
        </div>
      </header>
      <div className={classes.page}>{children}</div>
      {phoneActions && <div className={classes.phoneActions}>{phoneActions}</div>}
    </div>
  );
}
