/** What the kernel knows of processes: memory and CPU time, from /proc where there is one. All answers are 0 or empty otherwise. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const KB = 1024;
/** Ticks of utime and stime in a second: 100 on every Linux that Node runs on (sysconf(_SC_CLK_TCK)). */
const ticks = 100;

export const hasProc = existsSync('/proc/self/stat');

/** The file of a process; empty when it is gone or not ours to look at. */
const read = (pid, name) => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
};

/**
 * A line such as `VmRSS:  1024 kB` of a file of the kernel.
 * @param {string} text
 * @returns {number} bytes
 */
export const bytesIn = (text, name) => KB * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

const fromPs = (pid) => {
  try {
    return KB * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return 0;
  }
};

/** Resident memory in bytes. @param {number} pid */
export const residentOf = (pid) => (hasProc ? bytesIn(read(pid, 'status'), 'VmRSS') : fromPs(pid));

/** The most resident memory since the process began, in bytes. @param {number} pid */
export const highestOf = (pid) => bytesIn(read(pid, 'status'), 'VmHWM');

/** Memory in bytes where what several processes share counts once in all (PSS). @param {number} pid */
export const shareOf = (pid) => bytesIn(read(pid, 'smaps_rollup'), 'Pss');

/**
 * CPU time in `/proc/<pid>/stat` (proc(5)). The name of the process stands in brackets and may hold brackets and blanks.
 * @param {string} stat
 * @returns {{ own: number, ended: number }} ms of the process itself, and of its children that have ended
 */
export const cpuIn = (stat) => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15).map(Number);
  const ms = (count) => (count * 1000) / ticks;
  return { own: ms(utime + stime), ended: ms(cutime + cstime) };
};

/** @param {number} pid @returns {number[]} the children that live */
export const childrenOf = (pid) => read(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);

/** CPU time of a process and its children, living and ended, in ms. @param {number} pid */
export const cpuOf = (pid) => {
  const { own, ended } = cpuIn(read(pid, 'stat'));
  return childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), own + ended);
};
