import { describe, expect, it } from 'vitest';
import { makeRoom } from './room';

const [small, large] = [1, 10];
const room = () => makeRoom({ kept: 45, worked: 20, large: 5 });

/** Work that ends when it is told to. */
function task() {
  let end = () => {};
  let begun = false;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = () => {
    begun = true;
    return over;
  };
  return { work, end: () => end(), isBegun: () => begun };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function sent(enter: () => ReturnType<ReturnType<typeof makeRoom>['enter']>, bytes: number) {
  const place = enter();
  place.grow(bytes);
  const own = task();
  const done = place.work(own.work).finally(place.leave);
  return { ...own, done };
}

describe('large requests that come together', () => {
  it('are worked on as far as there is room for them, the others in their order', async () => {
    const { enter } = room();
    const [first, second, third, fourth] = [large, large, large, large].map((bytes) => sent(enter, bytes));
    await settled();
    expect([first, second, third, fourth].map((each) => each!.isBegun())).toEqual([true, true, false, false]);
    second!.end();
    await second!.done;
    await settled();
    expect([third!.isBegun(), fourth!.isBegun()]).toEqual([true, false]);
    for (const each of [first, third, fourth]) each!.end();
    await Promise.all([first!.done, third!.done, fourth!.done]);
  });

  it('hold up no small one', async () => {
    const { enter } = room();
    const all = [large, large, large, small].map((bytes) => sent(enter, bytes));
    await settled();
    expect(all.map((each) => each.isBegun())).toEqual([true, true, false, true]);
  });

  it('are refused where their bodies would not fit, until others are done', async () => {
    const { enter } = room();
    const all = [large, large, large, large].map((bytes) => sent(enter, bytes));
    expect(() => sent(enter, large)).toThrow(expect.objectContaining({ status: 503, more: { retryAfter: 10 } }));
    for (const each of all) each.end();
    await Promise.all(all.map((each) => each.done));
    const again = sent(enter, large);
    await settled();
    expect(again.isBegun()).toBe(true);
  });

  it('one that fails makes room too, and one larger than all the room is worked on alone', async () => {
    const { enter } = room();
    const place = enter();
    place.grow(40);
    await expect(place.work(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    place.leave();
    const next = sent(enter, 40);
    await settled();
    expect(next.isBegun()).toBe(true);
  });
});
