'use client';
import { ImportFrame } from '@/components/shell/import-frame';
import { DropZone } from './drop-zone';
import { IntakeAside } from './intake-aside';
import classes from './intake-page.module.css';

/** The Upload page before there is an import. */
export function NewImportPage() {
  return (
    <ImportFrame view={null} current="intake">
      <div className={classes.columns}>
        <div className={classes.main}>
          <h1 className={classes.hidden}>Upload</h1>
          <DropZone tall />
        </div>
        <IntakeAside />
      </div>
    </ImportFrame>
  );
}
