/** Who used the processors while a phase went on. */
import { availableParallelism } from 'node:os';
import { cpuOf, hasProc } from './proc.mjs';

/**
 * Shares of all cores between two moments.
 * @param {{ at: number, used: Record<string, number> }} from at and used in ms
 * @param {{ at: number, used: Record<string, number> }} to
 * @returns {Record<string, number>} from 0 to 1
 */
export const sharesBetween = (from, to, cores) => {
  const room = Math.max(to.at - from.at, 1) * cores;
  return Object.fromEntries(Object.entries(to.used).map(([name, used]) => [name, (used - from.used[name]) / room]));
};

/**
 * Looks at the end of each phase.
 * @param {{ web: number, workers: number[], database?: number }} pids
 * @returns {{ onPhase: (phase: string) => void, shares: Record<string, Record<string, number>> }} shares by phase; none without /proc
 */
export const watchCpu = ({ web, workers, database }) => {
  const look = () => ({
    at: performance.now(),
    used: {
      ...(database && { database: cpuOf(database) }),
      workers: workers.reduce((sum, pid) => sum + cpuOf(pid), 0),
      web: cpuOf(web),
    },
  });
  const shares = {};
  let last = look();
  const onPhase = (phase) => {
    const now = look();
    if (hasProc) shares[phase] = sharesBetween(last, now, availableParallelism());
    last = now;
  };
  return { onPhase, shares };
};
