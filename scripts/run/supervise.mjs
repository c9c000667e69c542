/** Keeps a process running: starts it again when it ends by itself, with a growing pause. */
import { seconds } from '../setup/say.mjs';

const firstPause = 1000;
const longestPause = 30_000;
/** A process that lived this long was well; the pauses start over. */
const wellAfter = 60_000;
const patience = 10_000;

/** Ends a child: SIGTERM, and SIGKILL where it does not heed that. @param {import('node:child_process').ChildProcess} child */
export const endChild = (child, wait = patience) =>
  new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), wait);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });

/**
 * @param {string} name for messages
 * @param {() => import('node:child_process').ChildProcess} start
 * @returns {{ stop: () => Promise<void>, restart: () => void }} restart is for `npm run dev`
 */
export const supervise = (name, start) => {
  let child;
  let timer;
  let stopping = false;
  let pause = firstPause;

  const begin = () => {
    const startedAt = Date.now();
    let ended = false;
    child = start();
    const onEnd = (why) => {
      if (ended) return;
      ended = true;
      if (stopping) return;
      if (Date.now() - startedAt > wellAfter) pause = firstPause;
      console.error(`The ${name} ended (${why}); it is started again in ${seconds(pause)}.`);
      timer = setTimeout(begin, pause);
      pause = Math.min(pause * 2, longestPause);
    };
    child.once('error', (error) => onEnd(error.message));
    child.once('exit', (code, signal) => onEnd(signal ?? `exit code ${code}`));
  };

  const stop = async () => {
    stopping = true;
    clearTimeout(timer);
    await endChild(child);
  };
  const restart = async () => {
    await stop();
    stopping = false;
    begin();
  };
  begin();
  return { stop, restart };
};
