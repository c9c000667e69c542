/** What goes between a process and its SQLite threads. */
export type Request = { id: number } & RequestBody;

export type RequestBody =
  | { kind: 'query'; sql: string; params: unknown[]; method: 'run' | 'all' | 'values' | 'get' }
  | { kind: 'write'; list: PlainWrite[] }
  | { kind: 'version' }
  /** Answers whether it is done: it is not while others write. */
  | { kind: 'write anew' }
  /** Answers whether it is empty: it is not while somebody reads from it. */
  | { kind: 'empty log' }
  | { kind: 'close' };

export type Answer =
  | { id: number; result: unknown }
  | { id: number; error: { message: string; code: string | undefined } };

/** A statement of a transaction; with `rows`, which may be packed, it is performed once for each of them. */
export interface PlainWrite {
  sql: string;
  params: unknown[];
  expect?: number;
  rows?: unknown[][];
  packed?: Uint8Array;
}

/** What one statement of a transaction did: rows changed, and rows it returned. */
export interface Written {
  changes: number;
  rows: unknown[][];
}

/** `guard` is the index of the statement whose `expect` did not hold. */
export type WriteAnswer = { results: Written[] } | { guard: number };
