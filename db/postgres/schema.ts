/** The tables of PostgreSQL, for the queries and for `drizzle-kit`, which wants each one by its name. */
import { sqliteTables as t } from '../tables';
import { twin } from './twin';

export const imports = twin(t.imports);
export const importShards = twin(t.importShards);
export const importRows = twin(t.importRows);
export const importEdits = twin(t.importEdits);
export const editLog = twin(t.editLog);
export const importPlans = twin(t.importPlans);
export const importIssues = twin(t.importIssues);
export const importKeys = twin(t.importKeys);
export const operations = twin(t.operations);
export const importOutcomes = twin(t.importOutcomes);
export const customers = twin(t.customers);
export const customerAddresses = twin(t.customerAddresses);
export const customerChanges = twin(t.customerChanges);
export const sequences = twin(t.sequences);
export const workers = twin(t.workers);
