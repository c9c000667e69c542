/** What the bench prints for people. */
const MB = 1024 * 1024;
const size = (bytes) => `${Math.round(bytes / MB)} MB`;
const inSeconds = (milliseconds) => (milliseconds / 1000).toFixed(2);
const whole = (number) => Math.round(number).toLocaleString('en');
const rate = (rows, milliseconds) => whole((rows * 1000) / Math.max(milliseconds, 1));

/** A table of texts: the first column to the left, all others to the right. @param {string[][]} rows */
export const table = (rows) => {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map(([first, ...rest]) =>
    [first.padEnd(widths[0]), ...rest.map((cell, at) => cell.padStart(widths[at + 1] + 2))].join('').trimEnd(),
  );
};

const phaseTable = (run) =>
  table([
    ['phase', 'seconds', 'rows/s'],
    ...Object.entries(run.phases).map(([name, time]) => [name, inSeconds(time), rate(run.totals.rows, time)]),
  ]);

const outcomes = (run) =>
  `${whole(run.totals.rows)} rows: ${Object.entries(run.totals.outcomes)
    .map(([name, count]) => `${whole(count)} ${name}`)
    .join(', ')}`;

const memoryLines = ({ sum, web, workers, database }) => {
  const each = workers.map((bytes, at) => `${workers.length > 1 ? `worker ${at + 1}` : 'worker'} ${size(bytes)}`);
  const lines = [`peak memory: ${size(sum)} together (${[`web ${size(web)}`, ...each].join(', ')})`];
  if (database !== undefined) lines.push(`the database's own: ${size(database)}`);
  return lines;
};

const share = (part) => `${Math.round(part * 100)} %`;
const shares = (used) =>
  Object.entries(used)
    .map(([name, part]) => `${name} ${share(part)}`)
    .join(', ');
const cpuLines = ({ cpu }) =>
  ['check', 'commit']
    .filter((phase) => cpu[phase])
    .map((phase) => `cpu of all cores in ${phase}: ${shares(cpu[phase])}`);

const rangeLines = ({ ranges = {} }) =>
  Object.entries(ranges).map(([phase, counts]) => `row ranges in ${phase}, by worker: ${counts.join(', ')}`);

/** @param {{ runs: object[], memory: object, reference: object | null }} result @returns {string} */
export const reportYardstick = ({ runs, memory, reference }) => {
  const parts = runs.map((run) => [run.name, ...phaseTable(run), outcomes(run), ...cpuLines(run)].join('\n'));
  parts.push(memoryLines(memory).join('\n'));
  if (reference !== null) {
    const { name, milliseconds, least, most, ratio } = reference;
    parts.push(
      `${name}: ${inSeconds(milliseconds)} s (${inSeconds(least)} to ${inSeconds(most)}); Import Desk takes ${ratio.toFixed(1)} times as long`,
    );
  }
  return parts.join('\n\n');
};

/** @param {{ runs: object[], ratios: Record<string, number> }} result @returns {string} */
export const reportWorkers = ({ runs, ratios }) => {
  const parts = runs.map((run) =>
    [
      run.name,
      ...phaseTable(run),
      outcomes(run),
      ...cpuLines(run),
      ...rangeLines(run),
      ...memoryLines(run.memory),
    ].join('\n'),
  );
  const several = Math.max(...runs.map(({ workers }) => workers));
  const times = Object.entries(ratios).map(([phase, ratio]) => `${phase} ${ratio.toFixed(2)}`);
  parts.push(`${several} workers, times as fast as one: ${times.join(', ')}`);
  return parts.join('\n\n');
};

const heads = [
  'kind',
  'connections',
  'answers',
  'per second',
  'non-2xx',
  '5xx',
  'errors',
  'timeouts',
  'p50',
  'p99',
  'most',
];
const readerTable = (readers) =>
  table([
    heads,
    ...readers.map((kind) => [
      kind.name,
      ...[
        kind.connections,
        kind.requests,
        kind.perSecond,
        kind.non2xx,
        kind.serverErrors,
        kind.errors,
        kind.timeouts,
      ].map(whole),
      ...[kind.p50, kind.p99, kind.most].map((time) => `${whole(time)} ms`),
    ]),
  ]);

/** @param {Awaited<ReturnType<typeof import('./with-readers.mjs').withReaders>>} measured @returns {string} */
export const reportReaders = (measured) =>
  measured
    .map(({ name, committing, rows, cpu, readers }) =>
      [
        `${name}: commit ${inSeconds(committing)} s, ${rate(rows, committing)} rows/s`,
        ...(cpu ? [`cpu of all cores: ${shares(cpu)}`] : []),
        ...(readers ? readerTable(readers) : []),
      ].join('\n'),
    )
    .join('\n\n');

const milliseconds = (time) => (time === undefined ? '' : `${time.toFixed(time < 10 ? 1 : 0)} ms`);
const perSecond = (count, time) => (count === undefined ? '' : whole((count * 1000) / time));

/** @param {Awaited<ReturnType<typeof import('./with-api.mjs').withApi>>} measured @returns {string} */
export const reportApi = ({ file, many, single, scheduled, large }) => {
  const lines = table([
    ['', 'rows', 'seconds', 'rows/s', 'requests/s', 'refused', 'p50', 'p99', 'most'],
    ...[file, many, single, scheduled, large].map((load) => [
      load.name,
      whole(load.rows),
      inSeconds(load.milliseconds),
      rate(load.rows, load.milliseconds),
      perSecond(load.requests, load.milliseconds),
      load.refused === undefined ? '' : whole(load.refused),
      ...[load.p50, load.p99, load.most].map(milliseconds),
    ]),
  ]);
  const share = many.rows / many.milliseconds / (file.rows / file.milliseconds);
  return [
    ...lines,
    '',
    `rows/s of A against a file's commit: ${share.toFixed(2)}`,
    `beside the large request others waited ${milliseconds(large.waited)} at the most; the web server had ${size(large.web)}`,
  ].join('\n');
};
