/** What the bench prints for people. */
const MB = 1024 * 1024;
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(2).padStart(9);
const rate = (rows, milliseconds) =>
  Math.round((rows * 1000) / Math.max(milliseconds, 1))
    .toLocaleString('en')
    .padStart(12);

const phaseTable = (run) => [
  `${'phase'.padEnd(10)}${'seconds'.padStart(9)}${'rows/s'.padStart(12)}`,
  ...Object.entries(run.phases).map(
    ([name, time]) => `${name.padEnd(10)}${seconds(time)}${rate(run.totals.rows, time)}`,
  ),
];

const outcomes = (run) =>
  `${run.totals.rows.toLocaleString('en')} rows: ${Object.entries(run.totals.outcomes)
    .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
    .join(', ')}`;

/** @param {{ runs: object[], memory: object, reference: object | null }} result @returns {string} */
export const report = ({ runs, memory, reference }) => {
  const size = (bytes) => `${Math.round(bytes / MB)} MB`;
  const parts = runs.map((run) => [run.name, ...phaseTable(run), outcomes(run)].join('\n'));
  parts.push(`peak memory: ${size(memory.sum)} together (web ${size(memory.web)}, worker ${size(memory.worker)})`);
  if (reference !== null) {
    const { milliseconds, least, most, ratio } = reference;
    const of = (time) => (time / 1000).toFixed(2);
    parts.push(
      `the sqlite3 program: ${of(milliseconds)} s (${of(least)} to ${of(most)}); Import Desk takes ${ratio.toFixed(1)} times as long`,
    );
  }
  return parts.join('\n\n');
};
