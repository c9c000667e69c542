'use client';
import { Table, Title } from '@mantine/core';
import { useLabels } from '@/components/shell/attributes';
import { Icon } from '@/components/shell/icon';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import type { PlanSummary } from '@/lib/contracts/row-api';
import classes from './commit.module.css';

type FieldPlan = PlanSummary['fields'][number];
const parts = [
  { name: 'set', bar: 'create' },
  { name: 'changed', bar: 'update' },
  { name: 'cleared', bar: 'warning' },
] as const;

/** Field by field: how many customers get a value, another value, or none. */
export function PlanChanges({ plan, updates }: { plan: PlanSummary; updates: number }) {
  if (plan.fields.length === 0) return null;
  const most = Math.max(...plan.fields.map((field) => field.set + field.changed + field.cleared));
  return (
    <section>
      <div className={classes.sectionHead}>
        <Title order={2}>What changes in the {formatCount(updates, 'customer')} you have</Title>
        <ul className={classes.legend} aria-label="Colours of the bars">
          {parts.map(({ name, bar }) => (
            <li key={name}>
              <i style={{ background: `var(--${bar}-bar)` }} />
              {name}
            </li>
          ))}
        </ul>
      </div>
      <Table className={classes.table} highlightOnHover={false}>
        <Table.Thead>
          <Table.Tr className={classes.headRow}>
            <Table.Th>Field</Table.Th>
            <Table.Th ta="right">Set</Table.Th>
            <Table.Th ta="right">Changed</Table.Th>
            <Table.Th ta="right">Cleared</Table.Th>
            <Table.Td className={classes.barCell} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.fields.map((field) => (
            <FieldRow key={field.field} field={field} most={most} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function FieldRow({ field, most }: { field: FieldPlan; most: number }) {
  const labelOf = useLabels();
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.field}>
        {labelOf(field.field)}
      </Table.Th>
      <Table.Td ta="right">{number(field.set)}</Table.Td>
      <Table.Td ta="right">{number(field.changed)}</Table.Td>
      <Table.Td ta="right">
        {field.cleared > 0 ? (
          <span className={classes.cleared}>
            <Icon name="warning" size={14} />
            {formatNumber(field.cleared)}
          </span>
        ) : (
          number(0)
        )}
      </Table.Td>
      <Table.Td className={classes.barCell}>
        <span className={classes.bar} aria-hidden>
          {parts.map(
            ({ name, bar }) =>
              field[name] > 0 && (
                <i key={name} style={{ width: `${(field[name] / most) * 100}%`, background: `var(--${bar}-bar)` }} />
              ),
          )}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

const number = (value: number) => (value === 0 ? <span className={classes.none}>–</span> : formatNumber(value));
