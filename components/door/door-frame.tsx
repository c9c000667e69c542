import type { ReactNode } from 'react';
import { BrandMark } from '@/components/shell/brand-mark';
import classes from './door.module.css';
import { DoorAside } from './door-aside';

/** The page in front of the desk: what is asked at the left, what the desk does at the right. */
export function DoorFrame({ host, children }: { host: string; children: ReactNode }) {
  return (
    <div className={classes.root}>
      <div className={classes.left}>
        <header className={classes.brand}>
          <BrandMark size={28} />
          Import Desk
        </header>
        <main className={classes.main}>{children}</main>
        <footer className={classes.host}>{host}</footer>
      </div>
      <DoorAside />
    </div>
  );
}
