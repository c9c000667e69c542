import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inRoot } from '../setup/root.mjs';

it('an upload may take two hours, its headers a minute', () => {
  const script = 'const s = require("http").createServer(); console.log(s.requestTimeout, s.headersTimeout)';
  const patient = ['--require', inRoot('scripts', 'run', 'patient.cjs'), '-e', script];
  expect(execFileSync(process.execPath, patient, { encoding: 'utf8' }).trim()).toBe('7200000 60000');
});
