/** Memory of the two processes while an import runs. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const every = 50;
const KB = 1024;

const fromProc = (pid, name) => {
  try {
    return Number(
      new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
    );
  } catch {
    return 0; // gone
  }
};
const fromPs = (pid) => {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return 0;
  }
};
const hasProc = existsSync('/proc/self/status');
const resident = (pid) => KB * (hasProc ? fromProc(pid, 'VmRSS') : fromPs(pid));

/**
 * Samples resident memory until `stop`, which gives the peaks in bytes. `sum` is the most that both took together at one
 * moment; `web` and `worker` are each one's own peak since it started, as the kernel keeps it.
 * @param {{ web: number, worker: number }} pids
 */
export const watchMemory = (pids) => {
  const peak = { sum: 0, web: 0, worker: 0 };
  const sample = () => {
    const now = { web: resident(pids.web), worker: resident(pids.worker) };
    peak.sum = Math.max(peak.sum, now.web + now.worker);
    for (const name of ['web', 'worker']) peak[name] = Math.max(peak[name], now[name]);
  };
  const timer = setInterval(sample, every);
  const stop = () => {
    clearInterval(timer);
    sample();
    for (const name of ['web', 'worker']) peak[name] = Math.max(peak[name], KB * fromProc(pids[name], 'VmHWM'));
    return peak;
  };
  return { stop };
};
