import { describe, expect, it } from 'vitest';
import { follow, maxSpacer, reveal, rowsAround, scaleOf, toScroll, toTop } from './scroll-scale';

const million = scaleOf(1_048_576, 700);
const small = scaleOf(1000, 700);

describe('scroll scale', () => {
  it('caps the spacer and leaves small files alone', () => {
    expect(million.spacer).toBe(maxSpacer);
    expect(small.spacer).toBe(32_000);
    expect(toTop(small, 1234)).toBe(1234);
  });

  it('reaches the last row from the end of the spacer', () => {
    const top = follow(million, { scroll: 0, top: 0 }, maxSpacer - 700);
    expect(rowsAround(million, top, 0).last).toBe(1_048_575);
  });

  it('moves by single pixels for a wheel, and in scale for the thumb', () => {
    const top = toTop(million, 4_000_000);
    expect(follow(million, { scroll: 4_000_000, top }, 4_000_100)).toBeCloseTo(top + 100);
    expect(follow(million, { scroll: 0, top: 0 }, 4_000_000)).toBeCloseTo(top);
  });

  it('comes back to the scroll position it started from', () => {
    for (const scroll of [0, 1, 999_999, 5_123_456, maxSpacer - 700])
      expect(toScroll(million, toTop(million, scroll))).toBeCloseTo(scroll, 3);
  });

  it('reveals a row with the smallest move', () => {
    expect(reveal(small, 320, 5)).toBe(160);
    expect(reveal(small, 320, 12)).toBe(320);
    expect(reveal(small, 0, 30)).toBe(31 * 32 - 700);
    expect(reveal(million, 0, 1_048_575)).toBe(million.height - 700);
  });

  it('never asks for rows that do not exist', () => {
    expect(rowsAround(scaleOf(3, 700), 0, 8)).toEqual({ first: 0, last: 2 });
    expect(rowsAround(scaleOf(0, 700), 0, 8)).toEqual({ first: 0, last: -1 });
  });
});
