import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ageing, askTogether, perStore, shareLooks } from './shared-look';

/** A look that takes some time and gives what was there when it began. */
function counted(took = 5) {
  const state = { asked: 0, atOnce: 0, most: 0, value: 0 };
  const ask = async () => {
    state.asked += 1;
    state.atOnce += 1;
    state.most = Math.max(state.most, state.atOnce);
    const seen = state.value;
    await sleep(took);
    state.atOnce -= 1;
    return seen;
  };
  return { state, ask };
}

it('five hundred who ask at once cause two looks, one after the other', async () => {
  const { state, ask } = counted();
  const look = shareLooks(ask, 0);
  await Promise.all(Array.from({ length: 500 }, () => look('import 1')));
  expect(state).toMatchObject({ asked: 2, most: 1 });
});

it('an answer is never from before its question', async () => {
  const { state, ask } = counted();
  const look = shareLooks(ask, 1);
  await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      await sleep(at % 40);
      const written = ++state.value;
      expect(await look('import 1')).toBeGreaterThanOrEqual(written);
    }),
  );
  expect(state.asked).toBeLessThan(60);
});

it('where many ask, looks keep their distance; who asks alone never waits', async () => {
  const { state, ask } = counted(1);
  const look = shareLooks(ask, 200);
  const begun = performance.now();
  for (let left = 20; left > 0; left--) await look('import 1');
  expect(state.asked).toBe(20);
  expect(performance.now() - begun).toBeLessThan(200);
  await sleep(5);
  const many = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => look('import 1')));
  expect(performance.now() - many).toBeGreaterThan(199);
  expect(state.asked).toBe(22);
});

it('questions about different things are asked together, each answered by what was there after it', async () => {
  const asked: string[][] = [];
  const there = new Map<string, number>();
  const ask = askTogether(async (keys: string[]) => {
    asked.push(keys);
    const seen = new Map(keys.flatMap((key) => (there.has(key) ? [[key, there.get(key)!]] : [])));
    await sleep(5);
    return seen;
  });
  const names = Array.from({ length: 100 }, (_, at) => `key ${at % 50}`);
  const answers = await Promise.all(
    names.map((name, at) => {
      if (at % 50 !== 7) there.set(name, at);
      return ask(name);
    }),
  );
  expect(asked.map((keys) => keys.length)).toEqual([1, 50]);
  expect(answers).toEqual(names.map((_, at) => (at === 0 ? 0 : at % 50 === 7 ? undefined : 50 + (at % 50))));
});

it('a question that fails fails for those who asked it, and not for those after it', async () => {
  let away = true;
  const ask = askTogether(async (keys: number[]) => {
    await sleep(1);
    if (away) throw new Error('away');
    return new Map(keys.map((key) => [key, -key]));
  });
  const first = await Promise.allSettled([ask(1), ask(2), ask(3)]);
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  away = false;
  expect(await Promise.all([ask(1), ask(2)])).toEqual([-1, -2]);
});

it('different things do not wait for each other', async () => {
  const { state, ask } = counted(20);
  const look = shareLooks(ask, 1000);
  await Promise.all(['import 1', 'import 2', 'import 3'].map(look));
  expect(state).toMatchObject({ asked: 3, most: 3 });
});

it('a look that fails is told to those who waited for it, and not to the next', async () => {
  let left = 1;
  const look = shareLooks(async () => {
    await sleep(5);
    if (left-- > 0) throw new Error('no connection');
    return 'well';
  }, 0);
  const [first, second] = await Promise.allSettled([look('a'), look('a')]);
  expect([first.status, second]).toEqual(['rejected', { status: 'fulfilled', value: 'well' }]);
  expect(await look('a')).toBe('well');
});

it('a costly number is taken anew only after some times its cost', async () => {
  const { state, ask } = counted(20);
  const count = ageing(ask, 10);
  state.value = 5;
  await Promise.all([count(), count(), count()]);
  state.value = 7;
  expect([await count(), state.asked]).toEqual([5, 1]);
  await expect.poll(count, { timeout: 5000 }).toBe(7);
  expect(state.asked).toBe(2);
});

it('that there is nothing is not remembered', async () => {
  const { state, ask } = counted(50);
  const count = ageing(ask, 1000);
  expect(await count()).toBe(0);
  state.value = 1;
  expect(await count()).toBe(1);
});

it('a count that failed is not remembered', async () => {
  let left = 1;
  const count = ageing(async () => {
    if (left-- > 0) throw new Error('no connection');
    return 3;
  }, 1000);
  await expect(count()).rejects.toThrow('no connection');
  expect(await count()).toBe(3);
});

it('each store has its own', () => {
  const stores = [{ name: 'one' }, { name: 'two' }];
  const list = perStore((store: { name: string }) => [store.name]);
  expect(stores.map(list)).toEqual([['one'], ['two']]);
  expect(list(stores[0]!)).toBe(list(stores[0]!));
});
