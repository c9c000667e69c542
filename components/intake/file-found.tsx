'use client';
import { Alert } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import type { ImportView, IntakeView } from '@/lib/contracts/import-api';
import { EncodingQuestion } from './encoding-question';
import { FactSelects } from './fact-selects';
import classes from './file-found.module.css';
import { FilePreview } from './file-preview';
import { LostEdits } from './lost-edits';
import { useReadAnew } from './use-read-anew';

/** What was found in the file, each with its evidence; changing one reads the file anew. */
export function FileFound({ view, intake, changeable }: { view: ImportView; intake: IntakeView; changeable: boolean }) {
  const anew = useReadAnew(view);
  const busy = anew.busy || view.state === 'reading';
  return (
    <section className={classes.root} aria-labelledby="found" aria-busy={busy}>
      <h2 id="found" className={classes.title}>
        What we found in your file
      </h2>
      {changeable && <p className={classes.hint}>Change anything that looks wrong. Edits you make later are kept.</p>}
      {changeable && intake.encoding?.doubtful && (
        <EncodingQuestion encoding={intake.encoding} onAnswer={anew.change} />
      )}
      <FactSelects view={view} intake={intake} changeable={changeable} busy={busy} onChange={anew.change} />
      <div role="alert">
        {anew.sentence && (
          <Alert color="error" icon={<Icon name="error" />} mt="md" role="presentation">
            {anew.sentence}
          </Alert>
        )}
        {view.state !== 'reading' && view.totals.rows === 0 && (
          <Alert color="warning" icon={<Icon name="warning" />} mt="md" role="presentation" title="No rows">
            There is no row below the header. Choose another header row or sheet, or replace the file.
          </Alert>
        )}
      </div>
      {intake.notices.map((notice) => (
        <Alert key={notice} icon={<Icon name="info" />} mt="sm" role="note">
          {notice}
        </Alert>
      ))}
      <FilePreview intake={intake} view={view} busy={busy} />
      <LostEdits lost={anew.lost} onConfirm={anew.confirm} onCancel={anew.dismiss} />
    </section>
  );
}
