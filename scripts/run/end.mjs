/** When a long-running script has to end. */
import { readFileSync } from 'node:fs';

/** The parent of a process, as far as /proc tells. */
const parentOf = (pid) => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[1]);
  } catch {
    return undefined;
  }
};

/**
 * npm runs a script in a shell and hands a signal to the shell only, which dies and leaves the script behind. Under npm
 * the shell and npm are therefore watched: when one of them is gone, nobody is there to stop us any more.
 */
const watchNpm = (end) => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) end();
  }, 250);
  timer.unref();
};

/** Settles with SIGINT (Ctrl+C), SIGTERM, SIGHUP, or when npm is gone. */
export const untilAskedToEnd = () =>
  new Promise((resolve) => {
    const end = () => resolve(undefined);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, end);
    watchNpm(end);
  });
