#!/usr/bin/env node
/**
 * `npm run bench -- --rows 100000 [--bad 0.01] [--file path] [--again] [--json]`: how fast an import is, phase by phase,
 * how much memory both processes take, and how that compares to the sqlite3 program loading the same file.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importFile } from './bench/import-file.mjs';
import { cellsOf, columns, line, writeCustomers } from './bench/make-customers.mjs';
import { watchMemory } from './bench/memory.mjs';
import { loadReference, median } from './bench/reference.mjs';
import { report } from './bench/report.mjs';
import { startDesk } from './run/desk.mjs';
import { prepare } from './setup/prepare.mjs';
import { run, Told } from './setup/say.mjs';

/** Milliseconds for a file of so many bytes: a minute, and about 2 ms a row; far more than an import may take. */
const limitFor = (bytes) => 60_000 + bytes / 80;
const changedCells = 10;

const options = () => {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '100000' },
      bad: { type: 'string', default: '0' },
      file: { type: 'string' },
      again: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [rows, bad] = [Number(values.rows), Number(values.bad)];
  if (!Number.isInteger(rows) || rows < 1) throw new Told('--rows must be a whole number above 0.');
  if (!(bad >= 0 && bad <= 1)) throw new Told('--bad is a share: from 0 to 1.');
  if (values.again && values.file) throw new Told('--again makes its own file; leave --file out.');
  return { ...values, rows, bad };
};

run(async () => {
  const wanted = options();
  await prepare({ quiet: wanted.json });
  const folder = mkdtempSync(join(tmpdir(), 'import-desk-bench-'));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clean);
  const file = wanted.file ? resolve(wanted.file) : join(folder, 'customers.csv');
  if (!wanted.file) await writeCustomers(file, wanted);
  // Some before and some after: the machine may be faster or slower by then.
  const before = reference(file, 2);
  const measured = await measure(file, wanted);
  const loads = before && [...before, ...(reference(file, 3) ?? [])];
  const result = { ...measured, reference: loads && compare(loads, measured.runs[0]) };
  console.log(wanted.json ? JSON.stringify(result, null, 2) : `\n${report(result)}`);
});

/** Runs the imports on a desk of their own. */
const measure = async (file, { again }) => {
  const desk = await startDesk();
  const stopAndEnd = () => desk.stop().finally(() => process.exit(130));
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, stopAndEnd);
  try {
    const memory = watchMemory(desk.pids());
    const runs = [];
    for (const [name, path] of again ? await again3(file) : [['import', file]]) {
      const limit = limitFor(statSync(path).size);
      runs.push({ name, ...(await importFile(desk.baseUrl, path, { limit })) });
    }
    return { runs, memory: memory.stop() };
  } catch (error) {
    throw new Told(`${error.message}\n${desk.readLog().slice(-4000)}`);
  } finally {
    await desk.stop();
  }
};

/** The file, the same file again, and one in which ten cells are new. */
const again3 = async (file) => {
  const changed = file.replace(/\.csv$/, '-changed.csv');
  const lines = readFileSync(file, 'utf8').split('\n');
  const city = columns.indexOf('city');
  const step = Math.max(1, Math.floor((lines.length - 2) / changedCells));
  for (let at = 1, left = changedCells; at < lines.length - 1 && left > 0; at += step, left -= 1) {
    lines[at] = line(cellsOf(lines[at]).with(city, `Nieuwstad ${at}`)).trimEnd();
  }
  writeFileSync(changed, lines.join('\n'));
  return [
    ['first import', file],
    ['the same file again', file],
    ['ten cells changed', changed],
  ];
};

/** Null where the file has other columns or sqlite3 is missing. */
const reference = (file, times) => {
  try {
    return loadReference(file, times);
  } catch (error) {
    console.error(`No comparison with the sqlite3 program: ${(error.stderr || error.message).trim()}`);
    return null;
  }
};

const compare = (loads, first) => {
  const { rows, milliseconds } = median(loads);
  const [least, most] = [Math.min, Math.max].map((of) => of(...loads.map((load) => load.milliseconds)));
  return { rows, milliseconds, least, most, ratio: first.phases.total / milliseconds };
};
