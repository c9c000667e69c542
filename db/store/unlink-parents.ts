import { sql } from 'drizzle-orm';
import type { Engine } from '../engine';
import type { Write } from '../write';
import { isWaiting } from './duplicates';

/** Rows that are put right at a time. */
const rowsPerWrite = 500;

/**
 * The last pass of a commit. A parent that another row was to create may not have come to be, because that row met a conflict
 * or the commit was stopped: then the customer keeps the parent it had before, its history says nothing of another one, and the
 * outcome of its row says why.
 */
export async function unlinkParents(engine: Engine, importId: number, operation: number): Promise<void> {
  const { numbers, pick } = engine.dialect;
  for (let last = 0; ; ) {
    const lone = (await engine.scan(sql`select distinct k.row from import_keys k
      join import_outcomes o on o.operation_id = ${operation} and o.row = k.row and o.outcome in ('created', 'updated')
      join customers c on c.id = o.customer_id and c.operation_id = ${operation} and c.parent is not null
      where k.import_id = ${importId} and ${isWaiting(sql`k.key`)} and k.row > ${last}
        and not exists (select 1 from customers p where p.id = c.parent)
      order by k.row limit ${rowsPerWrite}`)) as [number][];
    if (lone.length === 0) return;
    const rows = numbers(lone.map(([row]) => row));
    const ledger = (await engine.rows(sql`select row, patch from customer_changes
      where operation_id = ${operation} and row ${rows} and patch is not null`)) as [number, string][];
    await engine.writeAll([
      {
        statement: sql`update customers set parent = (select ${pick(sql`p.patch`, ['parent', 0], 'integer')} from import_plans p
            where p.import_id = ${importId} and p.row = customers.operation_row)
          where operation_id = ${operation} and operation_row ${rows} and id in (select o.customer_id from import_outcomes o
            where o.operation_id = ${operation} and o.row ${rows})`,
      },
      ...ledger.map(([row, patch]) => withoutParent(operation, row, patch)),
      {
        statement: sql`update import_outcomes set reason = 'parent_missing' where operation_id = ${operation} and row ${rows}`,
      },
    ]);
    last = lone.at(-1)![0];
  }
}

function withoutParent(operation: number, row: number, patch: string): Write {
  const { parent: _, ...rest } = JSON.parse(patch);
  return {
    statement: sql`update customer_changes set patch = ${JSON.stringify(rest)} where operation_id = ${operation} and row = ${row}`,
  };
}
