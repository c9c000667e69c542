#!/usr/bin/env node
/** `npm run admin -- COMMAND …`: what an administrator does from the shell of the server. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { untilAskedToEnd } from './run/end.mjs';
import { adminProgram, environment, migrate, startNode } from './run/programs.mjs';
import { makeDataDir, readSettings } from './run/settings.mjs';
import { takeLock } from './setup/lock.mjs';
import { prepare } from './setup/prepare.mjs';
import { run, Told } from './setup/say.mjs';

const usage = `Usage: npm run admin -- COMMAND

  create-user --email E --role admin|editor|viewer [--name N] [--password-stdin]
                    makes a person; without a password, prints a link by which they choose one
  reset-password --email E
                    sets the password read from standard input, ends all sessions, takes the second factor away
  create-key --name N --scope S [--scope S …] [--days D]
                    makes an API key and prints it once, alone on its line
  set-up-link       prints the link by which the first administrator is made, while there is nobody
  backup FILE       makes a backup of the database and the uploaded files, without the secret key; Import Desk may run
  restore FILE [--replace]
                    puts a backup in the place of what is there, which must be empty unless --replace says that it may be
                    lost. Import Desk must not run. What is there stays until all of the backup was checked
  migrate-to postgres://user:password@host:5432/database
                    copies the SQLite database of the data folder (DATA_DIR) to an empty PostgreSQL database, compares both
                    and says what to do next. Import Desk must not run meanwhile. The SQLite database and the
                    uploaded files stay as they are.
  rotate-key        seals all sensitive values and the keys of uploaded files with a new secret key: NEW_SECRET_KEY where
                    SECRET_KEY is set, else one that is made. Import Desk must not run meanwhile. What was stopped goes
                    on when it is asked for again.`;

/** What each command takes: options, of which some take a value; and whether it needs the desk for itself. */
const text = { type: 'string' };
const commands = {
  'create-user': { options: { email: text, role: text, name: text, 'password-stdin': { type: 'boolean' } } },
  'reset-password': { options: { email: text, 'password-stdin': { type: 'boolean' } } },
  'create-key': { options: { name: text, scope: { ...text, multiple: true }, days: text } },
  'set-up-link': { options: {} },
  backup: { options: {}, positionals: 1 },
  restore: { options: { replace: { type: 'boolean' } }, positionals: 1, alone: true },
  'migrate-to': { options: {}, positionals: 1, alone: true },
  'rotate-key': { options: {}, alone: true },
};

/** @returns {string | undefined} what is wrong with the arguments, in a sentence */
const wrongWith = (command, args) => {
  if (!Object.hasOwn(commands, command ?? '')) return command ? `There is no command ${command}.` : '';
  const { options, positionals: wanted = 0 } = commands[command];
  try {
    const { positionals } = parseArgs({ args, options, allowPositionals: true });
    if (command === 'migrate-to') return wrongWithUrl(positionals);
    if (positionals.length < wanted) return `${command} needs the name of a file.`;
    return positionals.length === wanted ? undefined : `${command} does not take “${positionals[wanted]}”.`;
  } catch (error) {
    return error.message;
  }
};

/** With the name of a database: without one, it would go to the one that has the user's name. */
const wrongWithUrl = ([url, ...more]) => {
  if (more.length > 0) return 'One address is enough.';
  const { protocol, pathname } = url !== undefined && URL.canParse(url) ? new URL(url) : {};
  if (/^postgres(ql)?:$/.test(protocol ?? '') && pathname.length > 1) return undefined;
  return url ? 'This is not the address of a PostgreSQL database.' : '';
};

const expectSqlite = (settings) => {
  if (process.env.DATABASE_URL) {
    throw new Told(
      'DATABASE_URL is set: Import Desk is on PostgreSQL already. To move an SQLite database there, leave DATABASE_URL out.',
    );
  }
  expectDesk(settings);
};

/** Else the desk would be made here and now, and a backup of nothing would look like a good one. */
const expectDesk = ({ dataDir }) => {
  if (!process.env.DATABASE_URL && !existsSync(join(dataDir, 'import-desk.db'))) {
    throw new Told(`There is no SQLite database in ${dataDir}; set DATA_DIR where it lies elsewhere.`);
  }
};

const holdAlone = ({ dataDir }) => {
  const lock = takeLock(join(dataDir, 'import-desk.lock'));
  if ('holder' in lock) {
    throw new Told(
      `Import Desk runs on ${dataDir} (process ${lock.holder}). Stop it first: Ctrl+C where it runs, or kill ${lock.holder}`,
    );
  }
  process.once('exit', lock.release);
};

run(async () => {
  const [command, ...args] = process.argv.slice(2);
  const wrong = wrongWith(command, args);
  if (wrong !== undefined) {
    if (wrong) console.error(`${wrong}\n`);
    console.error(usage);
    return 2;
  }
  const settings = readSettings();
  if (command === 'migrate-to') expectSqlite(settings);
  if (command === 'backup' || command === 'rotate-key') expectDesk(settings);
  makeDataDir(settings.dataDir);
  if (commands[command].alone) holdAlone(settings);
  await prepare({ quiet: true });
  const env = environment(settings);
  if (!commands[command].alone) await migrate(env, { quiet: true });
  return perform(env, [command, ...args.map((each) => (isFile(command, each) ? fromWhereAsked(each) : each))]);
});

const isFile = (command, argument) => ['backup', 'restore'].includes(command) && !argument.startsWith('--');

/** npm runs scripts in the folder of the project, and says where it was called. */
const fromWhereAsked = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** Runs the command to its end; a signal ends it early. @returns {Promise<number>} its exit code */
const perform = (env, parameters) =>
  new Promise((resolve) => {
    const child = startNode(adminProgram(parameters), env, 'inherit', 'inherit');
    untilAskedToEnd().then(() => child.kill());
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 130));
  });
