/** Bulk requests of the size that is the most a body may have: answered, and nobody else feels it. */
import { expect, test } from './fixtures';
import type { Desk } from './serve';

const MB = 1024 * 1024;
const many = <T>(length: number, of: (at: number) => T) => Array.from({ length }, (_, at) => of(at));

const key = async (desk: Desk): Promise<string> => {
  const scopes = ['--scope', 'customers:write', '--scope', 'imports:read'];
  return (await desk.admin(['create-key', '--name', 'large', ...scopes])).trim().split('\n').at(-1)!;
};

/** 45 MB: as objects they would fill the heap of the web server twice over. */
const body = () => {
  const addresses = many(12, (at) => ({ code: `a${at}`, street: 's'.repeat(250), city: 'c'.repeat(100) }));
  return Buffer.from(JSON.stringify({ customers: many(9_700, (at) => ({ id: at + 1, addresses })) }));
};

const listed = async (desk: Desk): Promise<{ state: string }[]> =>
  (await (await desk.call('/api/v1/imports?limit=10')).json()).imports;

test('requests of 45 MB are done one after the other, and others are answered meanwhile', async ({ ownDesk }) => {
  test.setTimeout(240_000);
  const large = body();
  expect(large.byteLength).toBeGreaterThan(42 * MB);
  expect(large.byteLength).toBeLessThan(50 * MB);
  const headers = { authorization: `Bearer ${await key(ownDesk)}`, 'content-type': 'application/json' };
  const send = (signal?: AbortSignal) =>
    ownDesk.call('/customers/bulk/id', { method: 'POST', body: large, headers, signal });
  let busy = true;
  const waits: number[] = [];
  const watching = (async () => {
    while (busy) {
      const since = performance.now();
      expect((await ownDesk.call('/api/v1/imports?limit=1')).status).toBe(200);
      waits.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const sent = many(2, () => send());
  // One more, behind the second, whose sender does not wait: it is not done behind their back.
  await expect.poll(async () => (await listed(ownDesk)).length, { timeout: 60_000 }).toBe(1);
  const impatient = await send(AbortSignal.timeout(2000)).catch((error) => error.name);
  expect(impatient).toBe('TimeoutError');
  const answers = await Promise.all(sent);
  busy = false;
  await watching;
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    const { data, messages, total } = await answer.json();
    expect([data.length, messages, total]).toEqual([9_700, ['Completed'], 9_700]);
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect((await listed(ownDesk)).map(({ state }) => state)).toEqual(['committed', 'committed']);
  // Not how fast: whether the event loop was anybody else's for seconds.
  expect(Math.max(...waits)).toBeLessThan(5000);
});
