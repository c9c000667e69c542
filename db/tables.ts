/** The tables that all engines have, typed by the twin of SQLite; the engine says which twin is meant. */
import * as accounts from './sqlite/schema/accounts';
import * as customers from './sqlite/schema/customers';
import * as imports from './sqlite/schema/imports';
import * as workers from './sqlite/schema/workers';

export const sqliteTables = { ...accounts, ...customers, ...imports, ...workers };
export type Tables = typeof sqliteTables;
