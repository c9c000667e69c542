import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { inRoot } from '../setup/root.mjs';

/** Answers with the headers that it sees, in each form that Node has them in. */
const server = `
const { createServer } = require('node:http');
const server = createServer(({ headers, headersDistinct, rawHeaders }, answer) => {
  answer.end(JSON.stringify({ headers, headersDistinct, rawHeaders }));
}).listen(0, '127.0.0.1', () => process.send(server.address().port));
process.once('message', () => { server.close(); process.disconnect(); });`;

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

interface Seen {
  headers: Record<string, string>;
  headersDistinct: Record<string, string[]>;
  rawHeaders: string[];
}

async function seenOf(lines: string[], trusted = '', times = 1): Promise<Seen & { log: string }> {
  const preload = ['--require', inRoot('scripts', 'run', 'client-address.cjs')];
  const child = spawn(process.execPath, [...preload, '-e', server], {
    env: { ...process.env, TRUSTED_PROXIES: trusted },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running.push(child);
  const [port] = await once(child, 'message');
  let answer = '';
  for (let at = 0; at < times; at += 1) {
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(['GET / HTTP/1.1', 'host: desk', 'connection: close', ...lines, '', ''].join('\r\n'));
    answer = await text(socket);
  }
  // It ends by itself, so that nothing it has to say is lost, however busy the machine is.
  child.send('end');
  return { ...JSON.parse(/\{.*\}/.exec(answer)![0]), log: await text(child.stdout!) };
}

const forged = [
  'x-import-desk-address: 1.1.1.1',
  'X-IMPORT-DESK-ADDRESS: 2.2.2.2',
  'X-Import-Desk-Path: /elsewhere',
  'x-import-desk-request: mine',
  'X-Forwarded-For: 3.3.3.3',
  'x-forwarded-for: 198.51.100.1',
  'X-Forwarded-Host: evil.example',
  'x-forwarded-proto: https',
  'Forwarded: for=4.4.4.4;host=evil.example',
  'x-else: stays',
];

it.each([
  ['nobody', '', '127.0.0.1'],
  ['another proxy', '10.0.0.5', '127.0.0.1'],
  ['this proxy', '127.0.0.0/8', '198.51.100.1'],
])('what a client says of itself is removed, where %s is trusted', async (_, trusted, client) => {
  const { headers, headersDistinct, rawHeaders } = await seenOf(forged, trusted);
  expect(headers).toEqual({ host: 'desk', connection: 'close', 'x-else': 'stays', 'x-import-desk-address': client });
  expect(headersDistinct['x-import-desk-address']).toEqual([client]);
  const names = rawHeaders.filter((_name, at) => at % 2 === 0);
  expect(names).toEqual(['host', 'connection', 'x-else', 'x-import-desk-address']);
});

it.each([
  ['is warned of', '', true],
  ['is not warned of where it is trusted', '127.0.0.1', false],
])('a proxy %s', async (_, trusted, warns) => {
  const { log } = await seenOf(['X-Forwarded-For: 198.51.100.1'], trusted);
  expect(log.includes('TRUSTED_PROXIES')).toBe(warns);
});

it('of who sends the header the log has only of what kind their address is, once', async () => {
  const { log } = await seenOf(['X-Forwarded-For: 198.51.100.1, 10.1.2.3'], '10.0.0.5', 3);
  const lines = log.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 40, from: 'loopback address' });
  expect(log).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
});
