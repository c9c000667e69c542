#!/usr/bin/env node
/** `npm run admin -- migrate-to postgres://…`: copies the SQLite database of DATA_DIR to PostgreSQL. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { untilAskedToEnd } from './run/end.mjs';
import { adminProgram, environment, startNode } from './run/programs.mjs';
import { readSettings } from './run/settings.mjs';
import { takeLock } from './setup/lock.mjs';
import { prepare } from './setup/prepare.mjs';
import { run, Told } from './setup/say.mjs';

const usage = `Usage: npm run admin -- migrate-to postgres://user:password@host:5432/database

Copies the SQLite database of the data folder (DATA_DIR) to an empty PostgreSQL database, compares both and says what to
do next. Import Desk must not run meanwhile. The SQLite database stays as it is, and so do the uploaded files.`;

/** With the name of a database: without one, it would go to the one that has the user's name. */
const isPostgres = (text) => {
  if (text === undefined || !URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1;
};

const expectSqlite = ({ dataDir }) => {
  if (process.env.DATABASE_URL) {
    throw new Told(
      'DATABASE_URL is set: Import Desk is on PostgreSQL already. To move an SQLite database there, leave DATABASE_URL out.',
    );
  }
  if (!existsSync(join(dataDir, 'import-desk.db'))) {
    throw new Told(`There is no SQLite database in ${dataDir}; set DATA_DIR where it lies elsewhere.`);
  }
};

run(async () => {
  const [command, url, ...more] = process.argv.slice(2);
  if (command !== 'migrate-to' || more.length > 0 || !isPostgres(url)) {
    if (command === 'migrate-to' && more.length > 0) console.error('One address is enough.\n');
    else if (command === 'migrate-to' && url) console.error('This is not the address of a PostgreSQL database.\n');
    console.error(usage);
    return 2;
  }
  const settings = readSettings();
  expectSqlite(settings);
  const lock = takeLock(join(settings.dataDir, 'import-desk.lock'));
  if ('holder' in lock) {
    throw new Told(
      `Import Desk runs on ${settings.dataDir} (process ${lock.holder}). Stop it first: Ctrl+C where it runs, or kill ${lock.holder}`,
    );
  }
  process.once('exit', lock.release);
  await prepare();
  return perform(environment(settings), [command, url]);
});

/** Runs the command to its end; a signal ends it early. @returns {Promise<number>} its exit code */
const perform = (env, parameters) =>
  new Promise((resolve) => {
    const child = startNode(adminProgram(parameters), env);
    untilAskedToEnd().then(() => child.kill());
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 130));
  });
