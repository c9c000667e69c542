#!/usr/bin/env node
/** `npm run migrate`: brings the database up to date and ends, for an upgrade that does this before anything else. */
import { environment, migrate } from './run/programs.mjs';
import { expectPostgres, makeDataDir, readSettings } from './run/settings.mjs';
import { prepare } from './setup/prepare.mjs';
import { run } from './setup/say.mjs';

run(async () => {
  const settings = readSettings();
  expectPostgres(settings, 'npm run migrate', 'brings the database up to date');
  makeDataDir(settings.dataDir);
  await prepare();
  await migrate(environment(settings));
  console.log('The database is up to date.');
});
