/** SQLite for the bench, and its yardstick. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { address, own, texts, upserts } from './yardstick.mjs';

const script = (file) => `
PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
CREATE TABLE customers(id INTEGER PRIMARY KEY, ${texts(own)});
CREATE UNIQUE INDEX customers_source ON customers(source_system, source_system_id);
CREATE INDEX customers_email ON customers(email);
CREATE TABLE addresses(customer_id INTEGER, type TEXT, ${texts(address)}, PRIMARY KEY(customer_id, type)) WITHOUT ROWID;
.import --csv '${file.replaceAll("'", "''")}' staging
${upserts('id')}
SELECT count(*) FROM customers;
`;

/** The sqlite3 program loads the file once. */
const load = async (file) => {
  const folder = mkdtempSync(join(tmpdir(), 'import-desk-reference-'));
  try {
    const started = performance.now();
    const output = execFileSync('sqlite3', ['-bail', join(folder, 'reference.db')], {
      input: script(file),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: 300_000,
    });
    return { rows: Number(output.trim().split('\n').pop()), milliseconds: performance.now() - started };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Every desk has its database in its data folder. @returns {Promise<import('./engine.mjs').BenchEngine>} */
export const startSqliteEngine = async () => ({
  yardstick: 'the sqlite3 program',
  load,
  // What the shell has set could lead to a database that is not ours.
  makeDatabase: async () => ({ env: { DATABASE_URL: '' }, drop: async () => {} }),
  stop: async () => {},
});
