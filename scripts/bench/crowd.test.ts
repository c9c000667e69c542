import { expect, it } from 'vitest';
import { asPeople, inHaste, partsOf } from './crowd.mjs';

const sum = (numbers: (number | undefined)[]) => numbers.reduce<number>((all, number) => all + (number ?? 0), 0);

it('five hundred people ask what five hundred people ask', () => {
  const kinds = asPeople(500, 7);
  const rates = Object.fromEntries(kinds.map((kind) => [kind.name, kind.perSecond]));
  expect(rates).toEqual({
    'event stream': undefined,
    'progress poll': 150,
    'list: health': 38,
    'list: refresh': 38,
    'page opened': 15,
  });
  const people = kinds.filter((kind) => kind.name !== 'list: health');
  expect(sum(people.map((kind) => kind.connections))).toBe(500);
});

it('in haste there are as many connections as readers, whatever their number', () => {
  for (const count of [1, 2, 3, 7, 500]) expect(sum(inHaste(count, 7).map((kind) => kind.connections))).toBe(count);
});

it('parts of a kind are the whole of it, and none asks less than once a second', () => {
  const whole = { name: 'page opened', paths: ['/'], connections: 75, perSecond: 15 };
  const parts = partsOf(whole, 10);
  expect(parts).toHaveLength(10);
  expect(sum(parts.map((part) => part.perSecond))).toBe(15);
  for (const part of parts) expect(part.connections).toBeLessThanOrEqual(part.perSecond!);
  expect(
    sum(partsOf({ name: 'event stream', paths: ['/'], connections: 203 }, 10).map((part) => part.connections)),
  ).toBe(203);
  expect(partsOf({ name: 'event stream', paths: ['/'], connections: 3 }, 10)).toHaveLength(3);
});
