import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countEndToEnd, countUnit } from './count.mjs';

const folder = mkdtempSync(join(tmpdir(), 'import-desk-count-'));
const file = join(folder, 'report.json');
afterAll(() => rmSync(folder, { recursive: true }));
const write = (report: object) => writeFileSync(file, JSON.stringify(report));

test('unit tests are counted, and a file that could not be loaded is a failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  const partly = { status: 'failed', assertionResults: [{}, {}] };
  write({ numPassedTests: 3, numFailedTests: 1, testResults: [broken, partly] });
  expect(countUnit(file, 1)).toEqual({ passed: 3, failed: 2 });
});

test('end-to-end tests are counted, errors outside of tests too', () => {
  write({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] });
  expect(countEndToEnd(file, 1)).toEqual({ passed: 5, failed: 3 });
});

test('a runner that fails never counts as none failed', () => {
  write({ numPassedTests: 3, numFailedTests: 0, testResults: [] });
  expect(countUnit(file, 1)).toEqual({ passed: 3, failed: 1 });
  expect(countUnit(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(countEndToEnd(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
});
