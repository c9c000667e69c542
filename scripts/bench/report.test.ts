import { expect, it } from 'vitest';
import { readOptions } from './options.mjs';
import { reportReaders, reportWorkers, table } from './report.mjs';
import { countRanges } from './shards.mjs';
import { ratiosOf } from './with-workers.mjs';
import { compare } from './with-yardstick.mjs';

const outcomes = { created: 200_000, failed: 0 };
const run = (workers: number, check: number, commit: number) => ({
  name: `${workers} of them`,
  workers,
  phases: { check, commit, total: check + commit },
  totals: { rows: 200_000, outcomes },
  cpu: { check: { database: 0.5, workers: 0.4, web: 0.02 } },
  ranges:
    workers > 1
      ? countRanges([
          ['check', 'a', '12'],
          ['check', 'b', '9'],
          ['commit', 'b', '20'],
        ])
      : {},
  memory: {
    sum: 400 * 1024 * 1024,
    web: 1024 * 1024,
    workers: Array(workers).fill(2 * 1024 * 1024),
    database: 1024 * 1024,
  },
});

it('several workers are compared with one over all runs of each', () => {
  const runs = [run(1, 10_000, 6000), run(2, 5000, 4000), run(2, 6000, 4000), run(1, 12_000, 6000)];
  const ratios = ratiosOf(runs);
  expect(ratios).toEqual({ check: 2, commit: 1.5, total: 34 / 19 });
  const text = reportWorkers({ runs, ratios });
  expect(text).toContain('2 workers, times as fast as one: check 2.00, commit 1.50, total 1.79');
  expect(text).toContain('row ranges in check, by worker: 12, 9');
  expect(text).toContain('cpu of all cores in check: database 50 %, workers 40 %, web 2 %');
  expect(text).toContain('400 MB together (web 1 MB, worker 1 2 MB, worker 2 2 MB)\nthe database');
});

it('the yardstick is the median of its loads', () => {
  const loads = [900, 500, 700, 600, 2000].map((milliseconds) => ({ rows: 10, milliseconds }));
  expect(compare(loads, { phases: { total: 7000 } })).toEqual({
    rows: 10,
    milliseconds: 700,
    least: 500,
    most: 2000,
    ratio: 10,
  });
});

it('a table stands in columns, however wide a cell is', () => {
  expect(
    table([
      ['phase', 'seconds'],
      ['a longer one', '1.00'],
    ]),
  ).toEqual(['phase         seconds', 'a longer one     1.00']);
});

it('readers stand below the commit they looked at', () => {
  const reader = { name: 'progress poll', connections: 150, requests: 900, perSecond: 300, non2xx: 2, serverErrors: 1 };
  const readers = [{ ...reader, errors: 0, timeouts: 0, p50: 3.2, p99: 20.4, most: 31 }];
  const lines = reportReaders([{ name: 'alone', committing: 2000, rows: 100_000, cpu: undefined, readers }]).split(
    '\n',
  );
  expect(lines[0]).toBe('alone: commit 2.00 s, 50,000 rows/s');
  expect(lines[2]!.split(/ {2,}/)).toEqual([
    'progress poll',
    '150',
    '900',
    '300',
    '2',
    '1',
    '0',
    '0',
    '3 ms',
    '20 ms',
    '31 ms',
  ]);
});

it('what does not fit is refused with a sentence', () => {
  expect(readOptions(['--rows', '5', '--engine', 'postgres', '--workers', '2'])).toMatchObject({
    rows: 5,
    workers: 2,
    readers: 0,
  });
  for (const args of [
    ['--rows', '0'],
    ['--rows', '1.5'],
    ['--bad', '2'],
    ['--engine', 'oracle'],
    ['--workers', '2'],
    ['--workers', '0', '--engine', 'postgres'],
    ['--readers=-1'],
    ['--readers', '5', '--again'],
    ['--again', '--file', 'x.csv'],
  ]) {
    expect(() => readOptions(args), args.join(' ')).toThrow(/^(--|Several)/);
  }
});
