/** Counts tests from the reports of Vitest and Playwright. */
import { readFileSync } from 'node:fs';

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * A run that failed must never count as none failed: a crash before, between or after the tests is one failure more.
 * @param {{ passed: number, failed: number }} counted @param {number} code exit code of the runner
 */
const honest = ({ passed, failed }, code) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

/** @param {string} path of Vitest's JSON report @param {number} code */
export const countUnit = (path, code) => {
  const report = read(path);
  if (report === undefined) return { passed: 0, failed: 1 };
  // A file that cannot be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + broken }, code);
};

/** @param {string} path of Playwright's JSON report @param {number} code */
export const countEndToEnd = (path, code) => {
  const report = read(path);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky + report.errors.length }, code);
};
