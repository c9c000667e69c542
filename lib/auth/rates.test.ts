import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { countRates } from './rates';

it('a bucket holds so many in each minute, and the wait ends with the minute', () => {
  let now = 1000;
  const rates = countRates(() => now);
  expect([1, 2, 3].map(() => rates.take('a', 3))).toEqual([0, 0, 0]);
  now += 20_000;
  expect(rates.take('a', 3)).toBe(40_000);
  expect(rates.take('b', 3), 'another bucket is its own').toBe(0);
  now += 40_000;
  expect(rates.take('a', 3)).toBe(0);
});

it('a million buckets do not take the memory of a million, and who asks on and on stays counted', () => {
  setFlagsFromString('--expose-gc');
  const heap = () => {
    runInNewContext('gc')();
    return process.memoryUsage().heapUsed;
  };
  const rates = countRates(() => 0);
  const before = heap();
  for (let at = 0; at < 1_000_000; at += 1) {
    rates.take(`from 2001:db8:${at}::/64`, 3);
    if (at % 1000 === 0) rates.take('insistent', 3);
  }
  expect(heap() - before).toBeLessThan(30 * 1024 * 1024);
  expect(rates.take('insistent', 3)).toBe(60_000);
});
