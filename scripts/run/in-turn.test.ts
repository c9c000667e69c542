import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { inRoot } from '../setup/root.mjs';

/** Every answer takes 4 ms of the processor; the path of each request is told before it. */
const server = `
const { createServer } = require('node:http');
const server = createServer((request, answer) => {
  process.send(request.url);
  const end = performance.now() + 4;
  while (performance.now() < end);
  answer.end('well');
}).listen(0, '127.0.0.1', () => process.send(server.address().port));`;

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

async function startServer() {
  const preload = ['--require', inRoot('scripts', 'run', 'in-turn.cjs')];
  const child = spawn(process.execPath, [...preload, '-e', server], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  running.push(child);
  const [port] = await once(child, 'message');
  const begun: string[] = [];
  child.on('message', (path) => begun.push(String(path)));
  return { begun, port: Number(port) };
}

/** A connection that asks again as soon as it is answered. */
function askAgain(port: number) {
  const state = { answers: 0 };
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  const ask = () => socket.write('GET /again HTTP/1.1\r\nhost: test\r\n\r\n');
  socket.on('connect', ask).on('data', () => {
    state.answers += 1;
    ask();
  });
  return { state, end: () => socket.destroy() };
}

it('of a hundred connections that ask again and again each gets its turn', async () => {
  const { begun, port } = await startServer();
  const connections = Array.from({ length: 100 }, () => askAgain(port));
  await expect.poll(() => begun.length, { timeout: 20_000 }).toBeGreaterThan(600);
  const answers = connections.map(({ state }) => state.answers);
  for (const { end } of connections) end();
  expect(Math.min(...answers)).toBeGreaterThanOrEqual(4);
});

it('who is gone when its turn comes is not served', async () => {
  const { begun, port } = await startServer();
  const ask = (path: string) =>
    new Promise<void>((resolve, reject) => {
      get({ port, path, agent: false }, (answer) => answer.resume().once('end', resolve)).once('error', reject);
    });
  // They take two seconds: however late this process gets its time, there are some before the one that goes.
  const others = Array.from({ length: 500 }, (_, at) => ask(`/${at}`));
  // Behind the others, of which most still wait for their turn.
  await expect.poll(() => begun.length, { interval: 5, timeout: 20_000 }).toBeGreaterThan(1);
  const gone = get({ port, path: '/gone', agent: false }).on('error', () => undefined);
  await once(gone, 'finish');
  gone.destroy();
  await Promise.all(others);
  await ask('/last');
  // What is told and what is answered come by two ways.
  await expect.poll(() => begun).toContain('/last');
  expect(begun).not.toContain('/gone');
});
