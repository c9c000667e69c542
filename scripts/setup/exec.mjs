/** Runs a program to its end. */
import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** Programs under way, so that Ctrl+C ends them too; between programs signals do what they always do. */
const running = new Set();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let stopped = false;

/** Ctrl+C in a terminal reaches the children by itself, and a second one would cut their tidying short. */
const stop = (signal) => {
  stopped = true;
  const hand = () => {
    for (const child of running) child.kill(signal);
  };
  if (signal === 'SIGINT') setTimeout(hand, 5000).unref();
  else hand();
};

const enter = (child) => {
  if (running.size === 0) for (const signal of signals) process.on(signal, stop);
  running.add(child);
};

const leave = (child) => {
  running.delete(child);
  if (running.size === 0) for (const signal of signals) process.off(signal, stop);
};

/** Whether a signal asked this script to end. */
export const isStopped = () => stopped;

/**
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, limit?: number }} options quiet keeps the output instead of showing it; limit in ms
 * @returns {Promise<{ code: number, output: string }>} code 127 where the program is missing, 124 where it took too long
 */
export const exec = (program, parameters, { env = process.env, quiet = false, limit = 0 } = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: root,
      env,
      stdio: ['ignore', ...both(quiet ? 'pipe' : 'inherit')],
    });
    let output = '';
    let late = false;
    const onLate = () => {
      late = child.kill('SIGINT'); // lets test runners end what they started
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    };
    const timer = limit > 0 ? setTimeout(onLate, limit) : undefined;
    enter(child);
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    const end = (code, more = '') => {
      clearTimeout(timer);
      leave(child);
      resolve({ code, output: output + more });
    };
    child.on('error', (error) => end(127, `${error.message}\n`));
    child.on('close', (code) => end(late ? 124 : (code ?? 1), late ? `Took longer than ${limit / 1000} s.\n` : ''));
  });

const both = (kind) => [kind, kind];
