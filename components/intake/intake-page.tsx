'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { CancelImport } from '@/components/shell/cancel-import';
import { ImportFrame } from '@/components/shell/import-frame';
import { useImport } from '@/components/shell/use-import';
import { usePermission } from '@/components/shell/who';
import type { ImportView, IntakeView } from '@/lib/contracts/import-api';
import { FileFound } from './file-found';
import { IntakeAside } from './intake-aside';
import classes from './intake-page.module.css';
import { MapButton } from './map-button';
import { PageDrop } from './page-drop';
import { ReadingCard } from './reading-card';
import { ReceivedCard } from './received-card';
import { StoppedCard } from './stopped-card';
import { UploadProgress } from './upload-progress';
import { useUpload } from './upload-provider';

/** The Upload page of an import that exists: the file is read, was read, or could not be read. */
export function IntakePage({ initial, intake }: { initial: ImportView; intake: IntakeView | null }) {
  const view = useImport(initial);
  const found = useLastIntake(view, intake);
  const { state: upload, send } = useUpload();
  useRefreshWhenRead(view, initial);
  const mayWrite = usePermission('imports:write');
  const open = mayWrite && isChangeable(view);
  const stopped = view.state === 'failed' || view.state === 'cancelled';
  const told = !mayWrite || (!open && !stopped);
  return (
    <ImportFrame
      view={view}
      current="intake"
      actions={
        open && (
          <>
            <CancelImport view={view} />
            {view.state !== 'reading' && <MapButton view={view} />}
          </>
        )
      }
    >
      <div className={classes.columns} data-told={told || undefined}>
        <div className={classes.main}>
          <h1 className={classes.hidden}>Upload</h1>
          {upload.status === 'sending' ? (
            <UploadProgress upload={upload} />
          ) : (
            <>
              {mayWrite && (open || stopped) && <PageDrop onFile={(file) => send(file, open ? view.id : undefined)} />}
              {stopped && <StoppedCard view={view} />}
              {view.state === 'reading' && <ReadingCard view={view} />}
              {!stopped && view.state !== 'reading' && <ReceivedCard view={view} replaceable={open} />}
            </>
          )}
          {found && !stopped && <FileFound view={view} intake={found} changeable={open} />}
        </div>
        {!told && <IntakeAside />}
      </div>
    </ImportFrame>
  );
}

/** Before the commit the file can be read differently or replaced. */
const isChangeable = ({ state }: ImportView) =>
  state === 'reading' || state === 'mapping' || state === 'checking' || state === 'review';

/** What was found last, so that the page stands still while the file is read anew. */
function useLastIntake(view: ImportView, intake: IntakeView | null): IntakeView | null {
  const [last, setLast] = useState(intake);
  if (intake && intake !== last) setLast(intake);
  return intake ?? (view.state === 'reading' ? last : null);
}

/** What was found is asked for once reading has come to its end. */
function useRefreshWhenRead(view: ImportView, initial: ImportView) {
  const router = useRouter();
  const stale = initial.state === 'reading' && view.state !== 'reading';
  useEffect(() => {
    if (stale) router.refresh();
  }, [stale, router]);
}
