import { describe, expect, it } from 'vitest';
import { DepartedRows } from './departed-rows';

describe('departed rows', () => {
  it('stay in their places, and no row behind them is skipped', () => {
    const all = Array.from({ length: 20 }, (_, i) => `row ${i}`);
    const departed = new DepartedRows<string>();
    departed.add(2, 'row 2');
    departed.add(7, 'row 7');
    const server = all.filter((row) => row !== 'row 2' && row !== 'row 7');
    for (const place of [0, 5, 10, 15]) {
      const { offset, limit } = departed.ask(place, 5);
      expect(departed.fill(place, 5, server.slice(offset, offset + limit))).toEqual(all.slice(place, place + 5));
    }
  });

  it('finds the place of an offset the server names', () => {
    const departed = new DepartedRows<string>();
    departed.add(0, 'a');
    departed.add(1, 'b');
    departed.add(4, 'e');
    expect([0, 1, 2].map((offset) => departed.placeOf(offset))).toEqual([2, 3, 5]);
  });
});
