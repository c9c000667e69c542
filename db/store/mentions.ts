import { type SQL, sql } from 'drizzle-orm';
import type { Sought } from '../../lib/erase/identity';
import type { Dialect } from '../dialect';
import { pattern } from './like';

/**
 * Rows `r` with their edits `e` that may be about the customer: a text of its own stands anywhere in them. Which of them are is
 * found out by looking at their cells.
 */
export function mentionsInRow({ like }: Dialect, identity: Sought): SQL {
  const columns = [sql`r.cells`, sql`r.search`, sql`e.edits`, sql`e.search`];
  // JSON writes quotation marks and backslashes in another way.
  const patterns = textsOf(identity).flatMap((text) => [pattern(text), inJson(text)]);
  const all = [...new Set([...patterns, ...numbersOf(identity)])];
  const held = all.flatMap((text) => columns.map((column) => like(column, text)));
  return anyOf([...held, ...anySealed(identity, [sql`r.cells`, sql`e.edits`])]);
}

/** The same of entries of the log of edits. There texts stand as they were typed, and nothing folded beside them. */
export function mentionsInLog({ like }: Dialect, identity: Sought): SQL {
  const columns = [sql`old`, sql`now`];
  const all = [...new Set([...textsOf(identity).map(withoutAccents), ...numbersOf(identity)])];
  const held = all.flatMap((text) => columns.map((column) => like(column, text)));
  return anyOf([...held, ...anySealed(identity, columns)]);
}

const textsOf = ({ uuid, emails, sources }: Sought): string[] => [
  uuid,
  ...emails,
  ...sources.map(([, sourceId]) => sourceId),
];

/** Signs may stand between the digits of a number. */
const numbersOf = ({ id, debtorIds, numbers }: Sought): string[] =>
  [id, ...debtorIds, ...numbers].map((number) => `%${[...String(number)].join('%')}%`);

/** Sealed texts cannot be looked into by the database, and there are few of them. */
const anySealed = ({ sealed }: Sought, columns: SQL[]): SQL[] =>
  sealed.length > 0 ? columns.map((column) => sql`${column} like '%sealed.1.%'`) : [];

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
const inJson = (text: string): string => `%${escaped(JSON.stringify(text).slice(1, -1))}%`;

/** Anything in the place of letters that have another case or another way to be written, with the letter an accent stands on. */
const withoutAccents = (text: string): string => `%${escaped(text).replace(/\\?[\x00-\x7f]?[^\x00-\x7f]+/g, '%')}%`;

const anyOf = (conditions: SQL[]): SQL => sql.join(conditions, sql` or `);
