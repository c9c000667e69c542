import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { countRates } from './rates';

it('a bucket holds so many in each minute, and the wait ends with the minute', () => {
  let now = 1000;
  const rates = countRates(() => now);
  expect([1, 2, 3].map(() => rates.take('a', 3).wait)).toEqual([0, 0, 0]);
  now += 20_000;
  expect(rates.take('a', 3).wait).toBe(40_000);
  expect(rates.take('b', 3).wait, 'another bucket is its own').toBe(0);
  now += 40_000;
  expect(rates.take('a', 3).wait).toBe(0);
});

it('who asks is told how many are left and until when', () => {
  let now = 1000;
  const rates = countRates(() => now);
  expect(rates.take('a', 2)).toEqual({ left: 1, endsIn: 60_000, wait: 0 });
  now += 20_000;
  expect(rates.take('a', 2)).toEqual({ left: 0, endsIn: 40_000, wait: 0 });
  expect(rates.take('a', 2)).toEqual({ left: 0, endsIn: 40_000, wait: 40_000 });
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
  expect(rates.take('insistent', 3).wait).toBe(60_000);
});
