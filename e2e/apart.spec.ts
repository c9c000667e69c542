/** Web servers and workers that are started apart, on one PostgreSQL and one folder of uploads. */
import { readFileSync } from 'node:fs';
import { call, commit, uploadText, waitFor } from '../scripts/run/api.mjs';
import { asSignedIn } from '../scripts/run/first-person.mjs';
import { csv, people } from './data';
import { raw } from './raw';
import { end, ended, expect, test } from './scripts';

/** The process that a script started, as Linux tells. */
const childOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

test('two web servers and two workers that start at once share the work and the database', async ({
  scripts: { start, enter },
}) => {
  const [one, two, ...workers] = await Promise.all([
    start({ name: 'web' }),
    start({ name: 'web' }),
    start({ name: 'worker' }),
    start({ name: 'worker' }),
  ]);
  await Promise.all([one.until('Import Desk is ready'), two.until('Import Desk is ready')]);
  await Promise.all(workers.map((worker) => worker.until('worker started')));

  await enter([one, two], {});
  const id = await uploadText(one.url, 'apart.csv', csv(people(3000)));
  await waitFor(two.url, id, 'review');
  const { totals } = await commit(two.url, id);
  expect(totals.outcomes).toMatchObject({ created: 3000 });
  expect((await call(one.url, 'GET', '/api/v1/customers?limit=1')).customers).toHaveLength(1);

  expect(await Promise.all([one, two, ...workers].map((each) => end(each)))).toEqual(Array(4).fill([0, null]));
  for (const worker of workers) expect(worker.said()).toContain('worker stopped');
});

test('a web server is ready without a worker, and says that none is seen', async ({ scripts: { start } }) => {
  const web = await start({ name: 'web' });
  await web.until('Import Desk is ready');
  const health = await fetch(`${web.url}/api/health`);
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ web: 'ok', database: 'ok', worker: 'not seen' });
  const worker = await start({ name: 'worker' });
  await expect.poll(async () => (await fetch(`${web.url}/api/health`)).status, { timeout: 30_000 }).toBe(200);
  expect(await end(worker)).toEqual([0, null]);
});

test('a process that is killed is started again, and none is left behind when its script is killed', async ({
  scripts: { start },
}) => {
  const worker = await start({ name: 'worker' });
  await worker.until('worker started');
  const first = childOf(worker.process.pid!);
  process.kill(first, 'SIGKILL');
  await worker.until('The worker ended (SIGKILL); it is started again in 1.0 s.');
  await expect.poll(() => worker.said().match(/worker started/g)?.length, { timeout: 20_000 }).toBe(2);
  const second = childOf(worker.process.pid!);
  expect(second).not.toBe(first);
  await end(worker, 'SIGKILL');
  const isThere = () => {
    try {
      return process.kill(second, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(isThere, { timeout: 15_000 }).toBe(false);
});

test('npm start runs as many workers as WORKERS says', async ({ scripts: { start } }) => {
  const desk = await start({ name: 'start', env: { WORKERS: '3' } });
  await desk.until('Import Desk is ready');
  await expect.poll(() => new Set(desk.said().match(/"worker":"[^"]+"/g)).size, { timeout: 20_000 }).toBe(3);
  expect(await end(desk)).toEqual([0, null]);
});

test('on SQLite the parts do not run alone', async ({ scripts: { start } }) => {
  for (const [script, instead] of [
    ['web', 'runs the web server and the worker together'],
    ['worker', 'runs the web server and the worker together'],
    ['migrate', 'brings the database up to date'],
  ] as const) {
    const started = await start({ name: script, env: { DATABASE_URL: '' } });
    expect(await ended(started)).toEqual([1, null]);
    expect(started.said()).toBe(
      `npm run ${script} needs PostgreSQL: set DATABASE_URL. On SQLite, npm start ${instead}.\n`,
    );
  }
});

test('a database is brought up to date by itself', async ({ scripts: { start } }) => {
  const migrate = await start({ name: 'migrate' });
  expect(await ended(migrate)).toEqual([0, null]);
  expect(migrate.said()).toContain('The database is up to date.');
});

test('a server for others is well when it is asked on this machine, and serves no other name', async ({
  scripts: { start, enter },
}) => {
  const settings = { HOST: '0.0.0.0', BASE_URL: 'https://desk.example' };
  const web = await start({ name: 'web', env: settings });
  await web.until('Import Desk is ready: https://desk.example');
  await enter([web], settings);
  const { cookie } = asSignedIn(web.url);
  const { port } = new URL(web.url);
  const read = async (host: string) =>
    (await raw({ baseUrl: web.url, cookie: cookie! }, '/api/v1/customers', { headers: { host } })).status;
  expect([await read('desk.example'), await read(`127.0.0.1:${port}`)]).toEqual([200, 200]);
  expect([await read(`0.0.0.0:${port}`), await read('other.example')]).toEqual([403, 403]);
  const healthy = async () => {
    const asked = await start({ name: 'healthy', env: { ...settings, PORT: port } });
    return (await ended(asked))[0];
  };
  expect(await healthy()).toBe(0);
  await end(web);
  expect(await healthy()).toBe(1);
});
