import { Table } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { type Kind, kinds, outcomeCounts } from '@/components/shell/kinds';
import { formatNumber } from '@/components/shell/numbers';
import type { TotalsView } from '@/lib/contracts/import-api';
import classes from './commit.module.css';

/** What has happened to the rows so far. */
export function OutcomesSoFar({ totals }: { totals: TotalsView }) {
  const counts = outcomeCounts(totals);
  const rows: [Kind, string][] = [
    ['create', `of ${formatNumber(totals.dispositions.create)}`],
    ['update', `of ${formatNumber(totals.dispositions.update)}`],
    ['conflict', counts.conflict > 0 ? 'changed by someone else after the review' : ''],
    ['failed', ''],
  ];
  return (
    <Table className={classes.soFar} highlightOnHover={false}>
      <Table.Tbody>
        {rows.map(([kind, note]) => (
          <Table.Tr key={kind}>
            <Table.Th scope="row">
              <span className={classes.kind}>
                <span style={{ color: `var(--${kinds[kind].token})` }}>
                  <Icon name={kinds[kind].icon} />
                </span>
                {kinds[kind].outcome}
              </span>
            </Table.Th>
            <Table.Td ta="right" fw={600}>
              {formatNumber(counts[kind])}
            </Table.Td>
            <Table.Td c="var(--ink-3)">{note}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
