/** The tables that all engines have, typed by the twin of SQLite; the engine says which twin is meant. */
import * as accounts from './sqlite/schema/accounts';
import * as answers from './sqlite/schema/answers';
import * as attributes from './sqlite/schema/attributes';
import * as customers from './sqlite/schema/customers';
import * as imports from './sqlite/schema/imports';
import * as notifications from './sqlite/schema/notifications';
import * as workers from './sqlite/schema/workers';

export const sqliteTables = {
  ...accounts,
  ...answers,
  ...attributes,
  ...customers,
  ...imports,
  ...notifications,
  ...workers,
};
export type Tables = typeof sqliteTables;
