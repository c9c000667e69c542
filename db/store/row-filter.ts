import { type SQL, sql } from 'drizzle-orm';
import { fold, isPlain } from '../../lib/customer/search';
import type { RowQuery } from '../../lib/records';
import type { Engine } from '../engine';
import { pattern } from './like';

/** The latest operation of an import. */
export const latestOperation = (importId: number): SQL =>
  sql`(select id from operations where import_id = ${importId} order by number desc limit 1)`;

/**
 * The rows of an import that a filter holds, as the inside of a query with the plan as `p`.
 * `narrowed` is false where nothing is left out: the row's position then answers everything.
 */
export function filterOf(
  engine: Engine,
  importId: number,
  query: RowQuery,
): { from: SQL; where: SQL; narrowed: boolean } {
  const from = [sql`import_plans p`];
  const where = [sql`p.import_id = ${importId}`];
  if (query.state) where.push(sql`p.state = ${query.state}`);
  if (query.disposition) where.push(sql`p.disposition = ${query.disposition}`);
  if (query.standing) where.push(standing[query.standing]);
  if (query.issue) where.push(withIssue(importId, query));
  if (query.outcome) {
    from.push(sql`join import_outcomes o on o.operation_id = ${latestOperation(importId)} and o.row = p.row`);
    where.push(sql`o.outcome = ${query.outcome}`);
  }
  if (query.q?.trim()) {
    from.push(
      sql`join import_rows r on r.import_id = p.import_id and r.row = p.row
        left join import_edits e on e.import_id = p.import_id and e.row = p.row`,
    );
    where.push(searched(engine, query.q));
  }
  return { from: sql.join(from, sql` `), where: sql.join(where, sql` and `), narrowed: where.length > 1 };
}

/** Rows of plain cells have no text of their own for the search: see `rowSearch`. */
function searched({ dialect }: Engine, text: string): SQL {
  const holds = (column: SQL) => dialect.like(column, pattern(text));
  const stored = isPlain(fold(text.trim())) ? sql`or (r.search is null and ${holds(sql`r.cells`)})` : sql``;
  return sql`(${holds(sql`r.search`)} ${stored} or ${holds(sql`e.search`)})`;
}

const standing: Record<NonNullable<RowQuery['standing']>, SQL> = {
  skipped: sql`(p.state = 'excluded' or p.disposition = 'skip')`,
  behind: sql`(p.disposition is null or p.disposition not in ('create', 'update'))`,
  'auto-changed': sql`p.changed is not null`,
  warnings: sql`p.state = 'warning'`,
};

function withIssue(importId: number, query: RowQuery): SQL {
  const field =
    query.field === undefined
      ? sql``
      : query.field === '-'
        ? sql`and i.field is null`
        : sql`and i.field = ${query.field.replaceAll('\0', '')}`;
  return sql`p.state <> 'excluded' and p.row in (select i.row from import_issues i where i.import_id = ${importId}
    and i.severity in ('error', 'warning') and i.code = ${query.issue} ${field})`;
}
