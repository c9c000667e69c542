import { integer, text } from 'drizzle-orm/sqlite-core';
import { isNumeric } from '../../lib/customer/fields';

/** Milliseconds since 1970, UTC. */
export const time = (name: string) => integer(name);
/** The same as a `Date`, which better-auth hands over. */
export const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });
export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** One column per field of the list: whole numbers as integers, everything else as text. */
export const fieldColumns = (list: readonly { column: string; kind: string }[]) =>
  Object.fromEntries(
    list.map((field) => [field.column, isNumeric(field.kind) ? integer(field.column) : text(field.column)]),
  );
