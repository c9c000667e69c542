'use client';
import { Alert, Button } from '@mantine/core';
import { download } from '@/components/shell/download';
import { Icon } from '@/components/shell/icon';
import classes from './intake-aside.module.css';
import { columnsText, formatsText, rowsText, sizeText, templateHref } from './limits-text';

/** What to know before a file is chosen. */
export function IntakeAside() {
  return (
    <aside className={classes.root} aria-label="Before you choose a file">
      <h2 className={classes.title}>Before you choose a file</h2>
      <dl className={classes.facts}>
        <dt>Formats</dt>
        <dd>{formatsText}</dd>
        <dt>Limits</dt>
        <dd>
          {sizeText}, {rowsText}, {columnsText}
        </dd>
        <dt>Headers</dt>
        <dd>Any names in any order. You match them to fields in the next step.</dd>
      </dl>
      <Button
        component="a"
        href={templateHref}
        download
        onClick={download}
        fullWidth
        leftSection={<Icon name="download" />}
      >
        Download a template
      </Button>
      <Alert mt="lg" icon={<Icon name="lock" />} role="note">
        Nothing is written to your customers before you submit.
      </Alert>
    </aside>
  );
}
