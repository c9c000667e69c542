/** Memory of web server, workers and database while an import runs. */
import { childrenOf, highestOf, residentOf, shareOf } from './proc.mjs';

const every = 50;
/** Adding up the database's memory walks all the pages its processes share, so it is done less often. */
const databaseEvery = 1000;

/**
 * Samples memory until `stop`, which gives the peaks in bytes. `sum` is the most that web server and workers took together at one
 * moment; `web` and `workers` are each one's own peak since it started, as the kernel keeps it; `database` is what all
 * processes of the database took together, what they share counted once.
 * @param {{ web: number, workers: number[], database?: number }} pids database: its first process
 */
export const watchMemory = ({ web, workers, database }) => {
  const pids = [web, ...workers];
  const peaks = new Map(pids.map((pid) => [pid, 0]));
  const most = { sum: 0, database: 0 };
  const sample = () => {
    const now = pids.map((pid) => [pid, residentOf(pid)]);
    for (const [pid, bytes] of now) peaks.set(pid, Math.max(peaks.get(pid), bytes));
    most.sum = Math.max(most.sum, sum(now.map(([, bytes]) => bytes)));
  };
  const sampleDatabase = () => {
    most.database = Math.max(most.database, sum([database, ...childrenOf(database)].map(shareOf)));
  };
  const timers = [setInterval(sample, every)];
  if (database !== undefined) timers.push(setInterval(sampleDatabase, databaseEvery));
  const stop = () => {
    for (const timer of timers) clearInterval(timer);
    sample();
    if (database !== undefined) sampleDatabase();
    const [webPeak, ...workerPeaks] = pids.map((pid) => Math.max(peaks.get(pid), highestOf(pid)));
    return { sum: most.sum, web: webPeak, workers: workerPeaks, ...(database && { database: most.database }) };
  };
  return { stop };
};

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
