import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { sharesBetween } from './cpu.mjs';
import { bytesIn, childrenOf, cpuIn, cpuOf, hasProc, residentOf, shareOf } from './proc.mjs';

it('finds the times of a process whose name holds brackets and blanks', () => {
  const stat = '42 (postgres: a) b) S 1 42 42 0 -1 4194560 1 2 3 4 150 50 20 10 20 0 1 0 99';
  expect(cpuIn(stat)).toEqual({ own: 2000, ended: 300 });
  expect(cpuIn('')).toEqual({ own: 0, ended: 0 });
});

it('finds a line of memory by its whole name', () => {
  const text = 'Pss:                 411 kB\nPss_Dirty:           112 kB\nSwapPss:  7 kB\n';
  expect(bytesIn(text, 'Pss')).toBe(411 * 1024);
  expect(bytesIn(text, 'VmRSS')).toBe(0);
});

it('shares are parts of all cores between two moments', () => {
  const from = { at: 1000, used: { database: 500, workers: 100 } };
  const to = { at: 3000, used: { database: 2500, workers: 500 } };
  expect(sharesBetween(from, to, 2)).toEqual({ database: 0.5, workers: 0.1 });
});

it.runIf(hasProc)('measures a process and its children, and nothing of one that is gone', async () => {
  // By its own clock: on a busy machine 300 ms are less work.
  const busy = 'while (process.cpuUsage().user < 300_000);';
  const script = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}]); setInterval(() => {}, 1000)`;
  const child = spawn(process.execPath, ['-e', script]);
  try {
    await expect.poll(() => childrenOf(child.pid!).length, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => childrenOf(child.pid!).length, { timeout: 10_000 }).toBe(0);
    expect(cpuOf(child.pid!)).toBeGreaterThan(250);
    expect(residentOf(child.pid!)).toBeGreaterThan(10_000_000);
    expect(shareOf(child.pid!)).toBeGreaterThan(1_000_000);
  } finally {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  }
  expect([cpuOf(child.pid!), residentOf(child.pid!), shareOf(child.pid!)]).toEqual([0, 0, 0]);
});
