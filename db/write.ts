/** Statements on their way to an engine. */
import type { SQL } from 'drizzle-orm';

/** A statement with the number of rows it must change; another number rolls everything back. */
export interface Write {
  statement: { toSQL(): { sql: string; params: unknown[] } } | SQL;
  expect?: number;
  /** Parameters of many rows: the statement is then performed once for each. */
  rows?: unknown[][];
}

/** What a statement did: the rows it changed, and those it returned. */
export interface Written {
  changes: number;
  rows: unknown[][];
}
