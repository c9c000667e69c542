import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { inRoot } from '../setup/root.mjs';

/** Says its port; each connection may stay open for an hour. */
const server = `
  const server = require('http').createServer((request, answer) => {
    if (request.url === '/stream') return answer.setHeader('content-type', 'text/event-stream').write('data: 1');
    if (request.url === '/quick') return answer.end('quick');
    answer.write('first half, ');
    process.on('SIGTERM', () => setTimeout(() => answer.end('second half'), 300));
  });
  server.keepAliveTimeout = 3_600_000;
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

it('a server that is to end finishes its answers, and waits for no connection on which it owes none', async () => {
  const child = spawn(process.execPath, ['--require', inRoot('scripts', 'run', 'let-go.cjs'), '-e', server]);
  const exit = once(child, 'exit');
  const [port] = await once(createInterface(child.stdout), 'line');
  const unused = connect(Number(port), '127.0.0.1');
  await once(unused, 'connect');
  // It may be reset.
  unused.on('error', () => undefined);
  const url = `http://127.0.0.1:${port}`;
  expect(await (await fetch(`${url}/quick`)).text()).toBe('quick');
  const stream = await fetch(`${url}/stream`);
  const slow = await fetch(`${url}/slow`);
  child.kill('SIGTERM');
  expect(await slow.text()).toBe('first half, second half');
  await expect(stream.text()).rejects.toThrow();
  expect(await exit).toEqual([0, null]);
});
