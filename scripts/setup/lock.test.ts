import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.mjs';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-desk-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another process that takes the lock and keeps it. */
const holder = async () => {
  const module = pathToFileURL(join(import.meta.dirname, 'lock.mjs')).href;
  const code = `const { takeLock } = await import(${JSON.stringify(module)});
    console.log('release' in takeLock(${JSON.stringify(path)})); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  expect(String((await once(child.stdout, 'data'))[0]).trim()).toBe('true');
  return child;
};

test('a lock that another process holds is refused and names the process; after kill -9 it is taken over', async () => {
  const child = await holder();
  expect(takeLock(path)).toEqual({ holder: child.pid });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(takeLock(path)).toMatchObject({ takenOver: true });
});

test('a released lock leaves no file behind', () => {
  const lock = takeLock(path);
  expect(lock).toMatchObject({ takenOver: false });
  if ('release' in lock) lock.release();
  expect(existsSync(path)).toBe(false);
});

test.each([
  ['half a file', '{"pid":'],
  ['a number that another process has by now', JSON.stringify({ pid: process.ppid, started: '1', boot: 'another' })],
  ['no process', JSON.stringify({ pid: 0 })],
])('a lock with %s is taken over', (_, content) => {
  writeFileSync(path, content);
  expect(takeLock(path)).toMatchObject({ takenOver: true });
});
