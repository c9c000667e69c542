/** The plain bench: one import, or the same file again and again, beside the yardstick. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cellsOf, columns, line } from './make-customers.mjs';
import { measure } from './measure.mjs';
import { loadYardstick, median } from './yardstick.mjs';

const changedCells = 10;

/**
 * @param {import('./engine.mjs').BenchEngine} engine
 * @param {string} file
 * @param {{ again: boolean }} options
 * @returns {Promise<{ runs: object[], memory: object, reference: object | null }>}
 */
export const withYardstick = async (engine, file, { again }) => {
  // Some before and some after: the machine may be faster or slower by then.
  const before = await reference(engine, file, 2);
  const measured = await measure(engine, again ? again3(file) : [['import', file]]);
  const loads = before && [...before, ...((await reference(engine, file, 3)) ?? [])];
  return { ...measured, reference: loads && { name: engine.yardstick, ...compare(loads, measured.runs[0]) } };
};

/** The file, the same file again, and one in which ten cells are new. */
const again3 = (file) => {
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

/** Null where the file has other columns or the program is missing. */
const reference = async (engine, file, times) => {
  try {
    return await loadYardstick(engine, file, times);
  } catch (error) {
    console.error(`No comparison with ${engine.yardstick}: ${(error.stderr || error.message).trim()}`);
    return null;
  }
};

/** @param {{ rows: number, milliseconds: number }[]} loads */
export const compare = (loads, first) => {
  const { rows, milliseconds } = median(loads);
  const [least, most] = [Math.min, Math.max].map((of) => of(...loads.map((load) => load.milliseconds)));
  return { rows, milliseconds, least, most, ratio: first.phases.total / milliseconds };
};
