/** Statements on their way to an engine. */
import type { SQL } from 'drizzle-orm';

/** A statement with the number of rows it must change; another number rolls everything back. */
export interface Write {
  statement: { toSQL(): { sql: string; params: unknown[] } } | SQL;
  expect?: number;
  /** Parameters of many rows: the statement is then performed once for each. */
  rows?: unknown[][];
  /** What stands for `rows`, or for the parameters, as JSON outside the heap: see `Engine.packed`. */
  packed?: Uint8Array;
}

/** What is packed, in memory of its own: it can go to another thread without being copied. */
export function pack(what: unknown): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(what));
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

export const unpack = (packed: Uint8Array): unknown =>
  JSON.parse(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString());

/** What a statement did: the rows it changed, and those it returned. */
export interface Written {
  changes: number;
  rows: unknown[][];
}
