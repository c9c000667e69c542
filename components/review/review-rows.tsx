'use client';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAttributes } from '@/components/shell/attributes';
import { ImportFrame } from '@/components/shell/import-frame';
import { usePermission } from '@/components/shell/who';
import type { ImportView } from '@/lib/contracts/import-api';
import type { IssueGroup, RowsAnswer } from '@/lib/contracts/row-api';
import { BehindPopover } from './behind-popover';
import { EmptyRows } from './empty-rows';
import { ErrorSummary } from './error-summary';
import { FindPanel } from './find-panel';
import { planColumns } from './grid/column-plan';
import { goBackTo } from './grid/find-error';
import { GridStore } from './grid/grid-store';
import { ReviewGrid } from './grid/review-grid';
import { loadRules } from './grid/rules';
import { GridContext, useGrid } from './grid/use-grid';
import { usePageKeys } from './grid/use-page-keys';
import { ImportedNote } from './imported-note';
import { IssuesAside } from './issues-aside';
import { LoadTrouble } from './load-trouble';
import { PhoneRows } from './phone-rows';
import classes from './review.module.css';
import { ReviewBar } from './review-bar';
import { rowsApi } from './rows-api';
import { SelectionBar } from './selection-bar';
import { StatusBar } from './status-bar';
import { SubmitLink } from './submit-link';
import { useFilter } from './use-filter';
import { useIssues } from './use-issues';

interface Props {
  view: ImportView;
  rows: RowsAnswer | null;
  issues: IssueGroup[] | null;
}

/** Makes the grid's store once for this import and mapping. */
export function ReviewRows(props: Props) {
  const { filter } = useFilter();
  const mayWrite = usePermission('imports:write');
  const attributes = useAttributes();
  const [store] = useState(
    () => new GridStore(rowsApi(props.view.id), planColumns(props.view, attributes), filter, props.rows),
  );
  store.readOnly = props.view.state !== 'review' || !mayWrite;
  store.fileRows = props.view.totals.rows;
  useEffect(() => {
    void loadRules(props.view.options.dateOrder).then((check) => {
      store.edits.check = check;
    });
  }, [store, props.view.options.dateOrder]);
  useEffect(() => warnBeforeLeaving(store), [store]);
  return (
    <GridContext value={store}>
      <Review store={store} {...props} />
    </GridContext>
  );
}

function Review({ store, view, issues }: Props & { store: GridStore }) {
  const control = useFilter();
  const { filter, show } = control;
  const totals = useGrid((grid) => (grid.revision >= view.revision ? grid.totals : null)) ?? view.totals;
  const groups = useIssues(store, issues);
  const total = useGrid((grid) => grid.source.total);
  const said = useGrid((grid) => grid.said);
  const isPhone = useMediaQuery('(max-width: 47.99em)', false);
  const [finding, setFinding] = useState(Boolean(filter.q));
  const last = useRef(filter);
  /** The row to be in once the search is over. */
  const returnTo = useRef<number>(undefined);

  useEffect(() => {
    if (last.current === filter) return;
    last.current = filter;
    store.setFilter(filter);
    if (returnTo.current !== undefined) void goBackTo(store, returnTo.current);
    returnTo.current = undefined;
  }, [store, filter]);
  const find = useCallback(() => setFinding(true), []);
  usePageKeys(store, find);

  const endSearch = (row: number | undefined) => {
    setFinding(false);
    if (filter.q) {
      returnTo.current = row;
      control.search('');
    } else if (row !== undefined) void goBackTo(store, row);
  };

  const behind = view.state === 'review' && <BehindPopover totals={totals} show={show} />;
  const submit = <SubmitLink id={view.id} totals={totals} state={view.state} />;
  return (
    <ImportFrame
      view={{ ...view, totals }}
      current="review"
      actions={
        <>
          {behind}
          {submit}
        </>
      }
      phoneActions={
        <div className={classes.phoneActions}>
          {behind}
          {submit}
        </div>
      }
    >
      <h1 className={classes.hidden}>Review {view.file.name}</h1>
      <ReviewBar totals={totals} control={control} onFind={find} />
      {view.state === 'committed' && <ImportedNote id={view.id} />}
      {!isPhone && view.state === 'review' && <ErrorSummary rows={totals.states.error} groups={groups} show={show} />}
      <div className={classes.body}>
        <div className={classes.main}>
          {finding && <FindPanel value={filter.q ?? ''} onSearch={control.search} onClose={endSearch} />}
          <LoadTrouble />
          {total === 0 ? (
            <EmptyRows totals={totals} control={control} />
          ) : isPhone ? (
            <PhoneRows />
          ) : (
            <ReviewGrid label={`Rows of ${view.file.name}`} onFind={find} />
          )}
        </div>
        <IssuesAside groups={groups} autoChanged={totals.autoChanged} filter={filter} show={show} />
      </div>
      {!isPhone && <StatusBar rows={totals.rows} />}
      {!isPhone && <SelectionBar />}
      <div role="status" aria-live="polite" className={classes.hidden}>
        {said}
      </div>
    </ImportFrame>
  );
}

/** Edits that are still on their way would be lost with the page. */
function warnBeforeLeaving(store: GridStore) {
  const warn = (event: BeforeUnloadEvent) => {
    if (store.edits.queue.size > 0) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  return () => window.removeEventListener('beforeunload', warn);
}
