import { expect, it } from 'vitest';
import { SaveQueue } from './save-queue';

const soon = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

it('saves the edits of one row in the order they were made, and rows beside each other', async () => {
  const log: string[] = [];
  const queue = new SaveQueue(() => {});
  const work = (name: string, ms: number) => async () => {
    log.push(`${name} starts`);
    await soon(ms);
    log.push(`${name} ends`);
  };
  queue.add(1, work('1a', 30));
  queue.add(1, work('1b', 1));
  queue.add(2, work('2a', 1));
  expect(queue.size).toBe(3);
  await soon(80);
  expect(log).toEqual(['1a starts', '2a starts', '2a ends', '1a ends', '1b starts', '1b ends']);
  expect(queue.size).toBe(0);
});

it('runs no more than four at once', async () => {
  let running = 0;
  let most = 0;
  const queue = new SaveQueue(() => {});
  for (let row = 0; row < 20; row++)
    queue.add(row, async () => {
      most = Math.max(most, ++running);
      await soon(2);
      running--;
    });
  await soon(120);
  expect(most).toBe(4);
  expect(running).toBe(0);
});
