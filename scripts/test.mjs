#!/usr/bin/env node
/** `npm test [static | unit | e2e]`: sets up what is missing, runs every check, and says at the end how many passed and failed. */
import { steps } from './check/steps.mjs';
import { isStopped } from './setup/exec.mjs';
import { prepare } from './setup/prepare.mjs';
import { run, seconds, Told } from './setup/say.mjs';

const groups = ['static', 'unit', 'e2e'];

/** Those that mostly wait run beside whatever comes before them. */
const begin = (early) => new Map(early.map((step) => [step, attempt(step)]));

/** Goes on after a failure; a check whose needs failed counts as failed. */
const runSteps = async (chosen, begun, total) => {
  const broken = new Set();
  for (const step of chosen) {
    const missing = (step.needs ?? []).filter((name) => broken.has(name));
    const began = Date.now();
    const result = missing.length > 0 ? notRun(missing) : await (begun.get(step) ?? attempt(step));
    if (isStopped()) throw new Told('Stopped.');
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed > 0) broken.add(step.name);
    say(step.name, result, Date.now() - began);
  }
};

const notRun = (missing) => ({ passed: 0, failed: 1, output: `Not run: ${missing.join(' and ')} failed.` });

const attempt = async (step) => {
  try {
    return await step.check();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Told ? error.message : String(error.stack) };
  }
};

const say = (name, { passed, failed, output }, time) => {
  if (failed > 0 && output) console.log(output.trimEnd());
  const count = passed + failed === 1 ? '' : ` (${passed} passed, ${failed} failed)`;
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}${count}, ${seconds(time)}`);
};

run(async () => {
  const [group] = process.argv.slice(2);
  if (group !== undefined && !groups.includes(group)) throw new Told(`Choose one of: ${groups.join(', ')}.`);
  const total = { passed: 0, failed: 0 };
  const chosen = steps.filter((step) => group === undefined || [step.group].flat().includes(group));
  try {
    const begun = begin(chosen.filter((step) => step.early));
    await prepare({ built: false });
    await runSteps(chosen, begun, total);
  } catch (error) {
    total.failed += 1;
    console.error(error instanceof Told ? error.message : error);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});
