'use client';
import { Anchor, Button, Title } from '@mantine/core';
import { download } from '@/components/shell/download';
import { Icon } from '@/components/shell/icon';
import { ImportFrame } from '@/components/shell/import-frame';
import { inSentence } from '@/components/shell/in-sentence';
import { formatCount } from '@/components/shell/numbers';
import { Time } from '@/components/shell/time';
import type { ImportView } from '@/lib/contracts/import-api';
import type { IssueGroup, RowsAnswer } from '@/lib/contracts/row-api';
import { matchKeyLabels } from '@/lib/mapping';
import { OutcomeTable } from './outcome-table';
import classes from './report.module.css';
import { ReportRows } from './report-rows';
import { headline, took, trouble } from './report-words';
import { RowsRemoved } from './rows-removed';
import { StopCauses } from './stop-causes';

/** The page Report: what happened to every row of the file. */
export function ReportPage({
  view,
  rows,
  issues,
}: {
  view: ImportView;
  /** Null where they are not kept any more. */
  rows: RowsAnswer | null;
  issues: IssueGroup[];
}) {
  const { totals, options } = view;
  const notImported = trouble(totals);
  return (
    <ImportFrame view={view} current="report" actions={rows && <Downloads view={view} />}>
      <div className={classes.page}>
        <Title order={1} fz={26} lh="34px" style={{ letterSpacing: '-0.02em' }}>
          {headline(totals)}
        </Title>
        {notImported && <p className={classes.trouble}>{notImported}</p>}
        <p className={classes.sentence}>
          {view.createdBy && `by ${view.createdBy}, `}
          {view.finishedAt && <Time value={view.finishedAt} />}
          {took(view) && `, ${took(view)}`}.
          {options.matchKey && ` Matched by ${inSentence(matchKeyLabels[options.matchKey])}.`}{' '}
          {rows && (
            <Anchor
              href={`${reportHref(view, 'xlsx')}&rows=all`}
              underline="always"
              inherit
              download
              onClick={download}
            >
              Report as XLSX
            </Anchor>
          )}
        </p>
        <div className={classes.halves}>
          <OutcomeTable totals={totals} fileName={view.file.name} />
          {rows && <StopCauses totals={totals} issues={issues} />}
        </div>
        {rows && <ReportRows view={view} rows={rows} />}
        {view.rowsRemovedAt && <RowsRemoved at={view.rowsRemovedAt} />}
      </div>
    </ImportFrame>
  );
}

const reportHref = ({ id }: ImportView, format: 'csv' | 'xlsx') => `/api/v1/imports/${id}/report?format=${format}`;

function Downloads({ view }: { view: ImportView }) {
  const { failed, conflict } = view.totals.outcomes;
  return (
    <>
      {failed + conflict > 0 && (
        <Button component="a" href={`${reportHref(view, 'csv')}&rows=failed`} download onClick={download}>
          Download {formatCount(failed + conflict, 'failed row')}
        </Button>
      )}
      <Button
        component="a"
        href={`${reportHref(view, 'csv')}&rows=all`}
        download
        onClick={download}
        variant="filled"
        size="md"
        leftSection={<Icon name="download" />}
      >
        Download report
      </Button>
    </>
  );
}
