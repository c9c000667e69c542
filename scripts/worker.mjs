#!/usr/bin/env node
/** `npm run worker`: a worker alone, on PostgreSQL. */
import { runAlone } from './run/run-alone.mjs';
import { run } from './setup/say.mjs';

run(() => runAlone('worker'));
