#!/usr/bin/env node
/**
 * `npm run bench`: how fast an import is, phase by phase, how much memory it takes, and how that compares to a program of the
 * database loading the same file. docs/performance.md has the options, scripts/bench/options.mjs reads them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEngine } from './bench/engine.mjs';
import { writeCustomers } from './bench/make-customers.mjs';
import { readOptions } from './bench/options.mjs';
import { reportApi, reportReaders, reportWorkers, reportYardstick } from './bench/report.mjs';
import { whileItRuns } from './bench/running.mjs';
import { withApi } from './bench/with-api.mjs';
import { withReaders } from './bench/with-readers.mjs';
import { withWorkers } from './bench/with-workers.mjs';
import { withYardstick } from './bench/with-yardstick.mjs';
import { prepare } from './setup/prepare.mjs';
import { run } from './setup/say.mjs';

run(async () => {
  const wanted = readOptions();
  await prepare({ quiet: wanted.json });
  const folder = mkdtempSync(join(tmpdir(), 'import-desk-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = wanted.file ? resolve(wanted.file) : join(folder, 'customers.csv');
  if (!wanted.file) await writeCustomers(file, wanted);
  const [measure, report] = measurement(wanted);
  const result = await whileItRuns(
    () => startEngine(wanted.engine),
    (engine) => measure(engine, file, wanted),
  );
  console.log(wanted.json ? JSON.stringify(result, null, 2) : `\n${report(result)}`);
});

const measurement = ({ workers, readers, api }) => {
  if (api) return [withApi, reportApi];
  if (readers > 0) return [withReaders, reportReaders];
  if (workers > 1) return [withWorkers, reportWorkers];
  return [withYardstick, reportYardstick];
};
