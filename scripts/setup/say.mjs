/** One place for how the scripts end with a sentence instead of a stack trace. */

import { isStopped } from './exec.mjs';

/** An error whose message is all a person needs. */
export class Told extends Error {}

/**
 * Runs a script's main function; a `Told` error ends it with its sentence and exit code 1, anything else with its stack.
 * @param {() => Promise<number | void>} main returns the exit code
 */
export const run = async (main) => {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = isStopped() ? 130 : 1;
    if (!isStopped()) console.error(error instanceof Told ? error.message : error);
  }
};

/** Seconds with one digit, for people. @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
