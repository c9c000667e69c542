'use client';
import { Table, Title } from '@mantine/core';
import { useLabels } from '@/components/shell/attributes';
import { Icon } from '@/components/shell/icon';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import type { TotalsView } from '@/lib/contracts/import-api';
import type { IssueGroup } from '@/lib/contracts/row-api';
import { issueCatalogue } from '@/lib/issue-catalogue';
import classes from './report.module.css';
import { conflictSentence, stopped } from './report-words';

interface Cause {
  key: string;
  kind: 'failed' | 'conflict';
  count: number;
  sentence: string;
  field: string;
}

/** Why rows were not imported, by cause. */
export function StopCauses({ totals, issues }: { totals: TotalsView; issues: readonly IssueGroup[] }) {
  const labelOf = useLabels();
  const rows = totals.outcomes.failed + totals.outcomes.conflict;
  if (rows === 0) return null;
  return (
    <section>
      <Title order={2} fz={13} lh="18px" mb={8} id="causes">
        {stopped(totals) > 0 ? 'What is wrong in this file' : `What stopped ${formatCount(rows, 'row')}`}
      </Title>
      <Table className={classes.causes} aria-labelledby="causes" withRowBorders={false} highlightOnHover={false}>
        <Table.Tbody>
          {causesOf(totals, issues, labelOf).map((cause) => (
            <Table.Tr key={cause.key}>
              <Table.Td style={{ color: `var(--${cause.kind === 'failed' ? 'error' : 'conflict'})` }}>
                <Icon name={cause.kind} label={cause.kind} />
              </Table.Td>
              <Table.Td className={classes.count}>{formatNumber(cause.count)}</Table.Td>
              <Table.Td>{cause.sentence}</Table.Td>
              <Table.Td className={classes.where}>{cause.field}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function causesOf(totals: TotalsView, issues: readonly IssueGroup[], labelOf: (field: string) => string): Cause[] {
  const causes: Cause[] = issues
    .filter((group) => group.severity === 'error')
    .map((group) => ({
      key: `${group.code} ${group.field}`,
      kind: 'failed',
      count: group.count,
      sentence: issueCatalogue[group.code].message,
      field: group.field === null ? 'Row' : labelOf(group.field),
    }));
  const { conflict, failed } = totals.outcomes;
  if (conflict > 0)
    causes.push({
      key: 'conflict',
      kind: 'conflict',
      count: conflict,
      sentence: conflictSentence,
      field: 'Row',
    });
  const late = failed - totals.states.error;
  if (late > 0)
    causes.push({
      key: 'late',
      kind: 'failed',
      count: late,
      sentence: 'Refused while writing; the reason stands at the row.',
      field: 'Row',
    });
  return causes;
}
