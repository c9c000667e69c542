/** The two engines as the bench sees them. */
import { startPostgresEngine } from './postgres.mjs';
import { startSqliteEngine } from './sqlite.mjs';

/**
 * @typedef {object} BenchDatabase an empty one
 * @property {Record<string, string>} env what a desk on it has in its environment
 * @property {number} [pid] the first process of its server
 * @property {(statement: string) => string[][]} [query]
 * @property {() => Promise<void>} drop
 *
 * @typedef {object} BenchEngine
 * @property {string} yardstick its name
 * @property {(file: string) => Promise<{ rows: number, milliseconds: number }>} load the yardstick, once, on an empty database
 * @property {() => Promise<BenchDatabase>} makeDatabase
 * @property {() => Promise<void>} stop
 */

const engines = { sqlite: startSqliteEngine, postgres: startPostgresEngine };
export const engineNames = Object.keys(engines);

/** @param {'sqlite' | 'postgres'} name @returns {Promise<BenchEngine>} */
export const startEngine = (name) => engines[name]();
