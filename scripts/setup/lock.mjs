/**
 * A lock file that survives kill -9: it names its process, and a lock whose process is gone is taken over.
 * A process is known by its number, when it started and the boot of the machine, because numbers are given out again.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** State and start of a process (in clock ticks since the boot), as far as /proc tells. */
const look = (pid) => {
  const facts = read(`/proc/${pid}/stat`).split(') ').pop().split(' ');
  return { state: facts[0], started: facts[19] ?? '' };
};
const boot = () => read('/proc/sys/kernel/random/boot_id').trim();

const isThere = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const isHeld = (text) => {
  const holder = parse(text);
  if (!Number.isInteger(holder?.pid) || holder.pid <= 0 || holder.pid === process.pid) return false;
  const { state, started } = look(holder.pid);
  // Z: killed, and only waiting for its parent to notice.
  return isThere(holder.pid) && state !== 'Z' && holder.boot === boot() && holder.started === started;
};

/** Moves a stale lock away. Puts it back where another process took the lock between our look and our move. */
const removeStale = (path, seen) => {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== seen) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(error.code)) throw error;
  }
  rmSync(aside, { force: true });
};

/**
 * Takes the lock or tells who holds it.
 * @param {string} path of the lock file; its folder must exist
 * @returns {{ release: () => void, takenOver: boolean } | { holder: number }}
 */
export const takeLock = (path) => {
  const mine = JSON.stringify({ pid: process.pid, started: look(process.pid).started, boot: boot() });
  const draft = `${path}.${process.pid}.draft`;
  let takenOver = false;
  writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        linkSync(draft, path); // whole content or nothing, and never over another's lock
        return { takenOver, release: () => read(path) === mine && rmSync(path, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const seen = read(path);
      if (isHeld(seen)) return { holder: JSON.parse(seen).pid };
      removeStale(path, seen);
      takenOver = true;
    }
  } finally {
    rmSync(draft, { force: true });
  }
};

/**
 * Waits for the lock, runs the work and gives it back.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withLock = async (path, work) => {
  let lock = takeLock(path);
  if ('holder' in lock) console.error(`Waiting for process ${lock.holder}, which prepares the same folder.`);
  while ('holder' in lock) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    lock = takeLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
};
