import { expect, it } from 'vitest';
import { ProgressRate, timeLeft } from './progress-rate';

it('says nothing before it has seen a second', () => {
  const rate = new ProgressRate();
  rate.add(0, 0);
  rate.add(500, 400);
  expect(rate.perSecond).toBeNull();
  rate.add(2000, 1000);
  expect(rate.perSecond).toBe(500);
});

it('forgets what is long ago', () => {
  const rate = new ProgressRate();
  rate.add(0, 0);
  rate.add(20_000, 10_000);
  rate.add(22_000, 10_200);
  expect(rate.perSecond).toBe(100);
});

it('says the time left in words', () => {
  expect(timeLeft(3600, 400)).toBe('about 9 seconds left');
  expect(timeLeft(1, 400)).toBe('about 1 second left');
  expect(timeLeft(400 * 150, 400)).toBe('about 3 minutes left');
});
