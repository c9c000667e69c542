#!/usr/bin/env node
/** Ends with 0 where the web server of this machine serves pages: the health check of its container. */
import { isServing, readHealth } from './run/health.mjs';
import { readSettings } from './run/settings.mjs';
import { run, Told } from './setup/say.mjs';

run(async () => {
  const health = await readHealth(readSettings());
  if (!isServing(health)) throw new Told(`The web server is not well: ${JSON.stringify(health)}`);
});
