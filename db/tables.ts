/** The tables, typed by the twin of SQLite; the engine says which twin is meant. */
import * as customers from './sqlite/schema/customers';
import * as imports from './sqlite/schema/imports';
import * as jobs from './sqlite/schema/jobs';

export const sqliteTables = { ...customers, ...imports, ...jobs };
export type Tables = typeof sqliteTables;
