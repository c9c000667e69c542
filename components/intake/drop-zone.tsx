'use client';
import { Button } from '@mantine/core';
import { download } from '@/components/shell/download';
import { Icon } from '@/components/shell/icon';
import { usePermission } from '@/components/shell/who';
import classes from './drop-zone.module.css';
import { formatsText, rowsText, sizeText, templateHref } from './limits-text';
import { PageDrop } from './page-drop';
import { Refusal } from './refusal';
import { UploadProgress } from './upload-progress';
import { useUpload } from './upload-provider';
import { useFocusBack } from './use-focus-back';

/** Where a file comes in: by dropping it anywhere on the page, or with the button. Shows the upload and a refusal. For those who may upload. */
export function DropZone({ tall }: { tall?: boolean }) {
  const { state, choose, send } = useUpload();
  const mayUpload = usePermission('imports:write');
  const button = useFocusBack();
  if (!mayUpload) return null;
  if (state.status === 'sending') return <UploadProgress upload={state} />;
  return (
    <>
      <PageDrop onFile={send} />
      <div className={classes.zone} data-tall={tall || undefined}>
        <span className={classes.icon}>
          <Icon name="upload" size={20} />
        </span>
        <p className={classes.title}>Drop a spreadsheet of customers here</p>
        <p className={classes.limits}>
          <span>
            {formatsText} · up to {sizeText}
            <span className={classes.rows}> and {rowsText}</span>
          </span>
          <a href={templateHref} download onClick={download}>
            Download a template
          </a>
        </p>
        <Button
          ref={button}
          variant="filled"
          size="md"
          className={classes.button}
          leftSection={<Icon name="plus" />}
          onClick={() => choose()}
        >
          Choose a file
        </Button>
      </div>
      <Refusal />
    </>
  );
}
