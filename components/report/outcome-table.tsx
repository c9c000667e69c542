import { Table, Title } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { kindOrder, kinds, outcomeCounts } from '@/components/shell/kinds';
import { formatNumber } from '@/components/shell/numbers';
import type { TotalsView } from '@/lib/contracts/import-api';
import classes from './report.module.css';
import { shares } from './report-words';

/** Every row once, by outcome: the numbers add up to the rows of the file, the shares to 100 %. */
export function OutcomeTable({ totals, fileName }: { totals: TotalsView; fileName: string }) {
  const counts = outcomeCounts(totals);
  const percent = shares(kindOrder.map((kind) => counts[kind]));
  const most = Math.max(1, ...Object.values(counts));
  const sum = kindOrder.reduce((total, kind) => total + counts[kind], 0);
  return (
    <section>
      <Title order={2} fz={13} lh="18px" mb={8} id="outcomes">
        Outcomes
      </Title>
      <Table className={classes.outcomes} aria-labelledby="outcomes" withRowBorders={false} highlightOnHover={false}>
        <Table.Tbody>
          {kindOrder.map((kind, index) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row">
                <span className={classes.kind}>
                  <span style={{ color: `var(--${kinds[kind].token})` }}>
                    <Icon name={kinds[kind].icon} />
                  </span>
                  {kinds[kind].outcome}
                </span>
              </Table.Th>
              <Table.Td className={classes.track}>
                <span className={classes.bar} aria-hidden>
                  {counts[kind] > 0 && (
                    <i
                      className={kind === 'skip' ? classes.hatched : undefined}
                      style={{
                        width: `${(counts[kind] / most) * 100}%`,
                        backgroundColor: kind === 'skip' ? undefined : `var(--${kinds[kind].token}-bar)`,
                      }}
                    />
                  )}
                </span>
              </Table.Td>
              <Table.Td className={classes.count}>{formatNumber(counts[kind])}</Table.Td>
              <Table.Td className={classes.share}>{percent[index]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr className={classes.sum}>
            <Table.Th scope="row" colSpan={2}>
              Rows in {fileName}
            </Table.Th>
            <Table.Td className={classes.count}>{formatNumber(sum)}</Table.Td>
            <Table.Td className={classes.share}>{sum > 0 ? '100 %' : '0 %'}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </section>
  );
}
