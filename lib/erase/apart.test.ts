import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeApart } from './apart';
import type { Identity } from './identity';

it('an erasure waits for the requests at work, those that come then wait for it, and none waits for one that failed', async () => {
  const apart = makeApart();
  const told: string[] = [];
  const work = (name: string, ms: number) => async () => {
    told.push(`${name} begins`);
    await sleep(ms);
    told.push(`${name} ends`);
    if (name === 'broken') throw new Error(name);
    return name;
  };
  const all = [
    apart.request(work('first', 20)),
    apart.request(work('broken', 10)),
    apart.erasure(work('erasure', 10)),
    apart.request(work('later', 1)),
    apart.erasure(work('second erasure', 1)),
  ];
  const ends = await Promise.allSettled(all);
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))).toEqual([
    ...['first', 'failed', 'erasure', 'later', 'second erasure'],
  ]);
  expect(told.slice(0, 6)).toEqual([
    ...['first begins', 'broken begins', 'broken ends', 'first ends', 'erasure begins', 'erasure ends'],
  ]);
  expect(told.indexOf('later begins')).toBeGreaterThan(told.indexOf('second erasure ends'));
  expect(await apart.request(async () => 'free')).toBe('free');
});

it('a request that has come is told who is erased before it is answered, and none else', async () => {
  const apart = makeApart();
  const identity = (id: number) => ({ id }) as Identity;
  const [early, late] = [apart.accept(), apart.accept()];
  await apart.erasure(async (erased) => erased(identity(1)));
  early.leave();
  await apart.erasure(async (erased) => erased(identity(2)));
  const after = apart.accept();
  expect([early, late, after].map(({ erased }) => erased.map(({ id }) => id))).toEqual([[1], [1, 2], []]);
});
