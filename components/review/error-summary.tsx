'use client';
import { Alert } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/shell/icon';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import { isFocusFree } from '@/components/shell/use-page-focus';
import type { IssueGroup, RowFilter } from '@/lib/contracts/row-api';
import { causeOf } from '@/lib/issues';
import { goToRow } from './grid/find-error';
import { useGridStore } from './grid/use-grid';
import classes from './review.module.css';
import { usePanel } from './use-panel';

const shownCauses = 3;

/** The errors in one line on top: it takes the focus when the page opens, and leads to the cells. */
export function ErrorSummary({
  rows,
  groups,
  show,
}: {
  rows: number;
  /** Null until they have come: the place is taken at once, so that no row moves away from under the pointer. */
  groups: readonly IssueGroup[] | null;
  show: (filter: Omit<RowFilter, 'q'>) => void;
}) {
  const store = useGridStore();
  const { goThere } = usePanel();
  const [closed, setClosed] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const errors = groups?.filter((group) => group.severity === 'error');
  const more = (errors?.length ?? 0) - shownCauses;

  /** Where the filter hides the cell, the cause's own rows are shown instead. */
  const open = async (group: IssueGroup) => {
    if (await goToRow(store, group.firstRow, group.field)) return;
    show({ issue: group.code, field: group.field ?? '-' });
  };

  const shown = !closed && rows > 0;
  // With the causes in it: whoever goes on by the keyboard must find them behind the focus, and not only the button that closes it.
  const isWhole = shown && errors !== undefined;
  useEffect(() => {
    if (isWhole && isFocusFree()) box.current?.focus({ preventScroll: true });
  }, [isWhole]);

  if (!shown) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="region"
      aria-label="Errors"
      variant="light"
      color="error"
      className={classes.summary}
      icon={<Icon name="error" />}
      styles={{ wrapper: { alignItems: 'center' }, message: { color: 'var(--ink)' }, icon: { marginTop: 0 } }}
      withCloseButton
      closeButtonLabel="Close this summary"
      onClose={() => setClosed(true)}
    >
      <ul className={classes.causes}>
        <li>
          <b>{formatCount(rows, 'row')} to fix</b>
        </li>
        {errors?.slice(0, shownCauses).map((group) => (
          <li key={`${group.code} ${group.field}`}>
            <button type="button" className={classes.link} onClick={() => void open(group)}>
              {formatNumber(group.count)} {causeOf(group.code, group.count)}: row {formatNumber(group.firstRow)}
            </button>
          </li>
        ))}
        {more > 0 && (
          <li>
            <button type="button" className={classes.link} onClick={goThere}>
              and {formatCount(more, 'more cause', 'more causes')}
            </button>
          </li>
        )}
      </ul>
    </Alert>
  );
}
