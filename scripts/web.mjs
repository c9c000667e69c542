#!/usr/bin/env node
/** `npm run web`: the web server alone, on PostgreSQL. */
import { runAlone } from './run/run-alone.mjs';
import { run } from './setup/say.mjs';

run(() => runAlone('web'));
