'use client';
import { ActionIcon, Button, Title } from '@mantine/core';
import { useLabels } from '@/components/shell/attributes';
import { Icon } from '@/components/shell/icon';
import { formatNumber } from '@/components/shell/numbers';
import type { IssueGroup, RowFilter } from '@/lib/contracts/row-api';
import { issueCatalogue } from '@/lib/issue-catalogue';
import { causeOf } from '@/lib/issues';
import classes from './issues-panel.module.css';
import { panelId } from './use-panel';

interface Props {
  /** Null until they were counted; nothing is said of them before. */
  groups: readonly IssueGroup[] | null;
  autoChanged: number;
  filter: RowFilter;
  show: (filter: Omit<RowFilter, 'q'>) => void;
  onHide?: () => void;
}

/** Issues by cause: how many, what, where, and their rows. */
export function IssuesPanel({ groups, autoChanged, filter, show, onHide }: Props) {
  return (
    <section id={panelId} tabIndex={-1} aria-label="Issues by cause" className={classes.root}>
      <div className={classes.head}>
        <Title order={2} fz={13} lh="18px">
          Issues by cause
        </Title>
        {onHide && (
          <ActionIcon variant="subtle" color="gray" size={32} aria-label="Hide issues by cause" onClick={onHide}>
            <Icon name="panel" />
          </ActionIcon>
        )}
      </div>
      <div className={classes.list}>
        {groups?.length === 0 && <p className={classes.none}>No errors and no warnings.</p>}
        {groups?.map((group) => (
          <Cause key={`${group.code} ${group.field}`} group={group} isOn={isOn(group, filter)} show={show} />
        ))}
        {groups && autoChanged > 0 && (
          <div className={classes.cause}>
            <span style={{ color: 'var(--auto)' }}>
              <Icon name="auto" />
            </span>
            <p className={classes.title}>
              <b>{formatNumber(autoChanged)}</b> {autoChanged === 1 ? 'row' : 'rows'} changed automatically
            </p>
            <span className={classes.field}>spaces and spelling forms</span>
            <Button size="xs" onClick={() => show({ standing: 'auto-changed' })}>
              Show rows
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Cause({ group, isOn, show }: { group: IssueGroup; isOn: boolean; show: Props['show'] }) {
  const labelOf = useLabels();
  const field = group.field === null ? 'Whole row' : labelOf(group.field);
  const entry = issueCatalogue[group.code];
  return (
    <div className={isOn ? `${classes.cause} ${classes.on}` : classes.cause}>
      <span style={{ color: `var(--${group.severity})` }}>
        <Icon name={group.severity} label={group.severity === 'error' ? 'Error' : 'Warning'} />
      </span>
      <p className={classes.title}>
        <b>{formatNumber(group.count)}</b> {causeOf(group.code, group.count)}
      </p>
      {isOn && <p className={classes.rule}>{entry.message}</p>}
      <span className={classes.field}>{field}</span>
      <Button
        size="xs"
        aria-pressed={isOn}
        aria-label={`${isOn ? 'Show all rows again' : 'Show rows'}: ${formatNumber(group.count)} ${causeOf(group.code, group.count)}, ${field}`}
        onClick={() => show(isOn ? {} : { issue: group.code, field: group.field ?? '-' })}
      >
        {isOn ? 'Show all rows' : 'Show rows'}
      </Button>
    </div>
  );
}

const isOn = (group: IssueGroup, filter: RowFilter) =>
  filter.issue === group.code && filter.field === (group.field ?? '-');
