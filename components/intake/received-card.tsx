'use client';
import { Badge, Button } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { formatCount, formatSize } from '@/components/shell/numbers';
import type { ImportView } from '@/lib/contracts/import-api';
import classes from './received-card.module.css';
import { Refusal } from './refusal';
import { useUpload } from './upload-provider';
import { useFocusBack } from './use-focus-back';

/** The file of this import, and the way to put another one in its place. */
export function ReceivedCard({ view, replaceable }: { view: ImportView; replaceable: boolean }) {
  const { choose } = useUpload();
  const button = useFocusBack();
  return (
    <>
      <div className={classes.card} data-replaceable={replaceable || undefined}>
        <span className={classes.icon}>
          <Icon name="sheet" size={20} />
        </span>
        <div className={classes.body}>
          <div className={classes.name}>
            <b>{view.file.name}</b>
            <Badge color="create" leftSection={<Icon name="check" size={13} />}>
              Received
            </Badge>
          </div>
          <p className={classes.size}>
            {formatSize(view.file.size)}, {formatCount(view.totals.rows, 'row')} and{' '}
            {formatCount(view.columns.length, 'column')}
          </p>
        </div>
        {replaceable && (
          <div className={classes.replace}>
            <Button ref={button} onClick={() => choose(view.id)}>
              Replace the file
            </Button>
            <span>or drop another here</span>
          </div>
        )}
      </div>
      <Refusal />
    </>
  );
}
