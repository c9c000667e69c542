import { describe, expect, it } from 'vitest';
import type { RowView } from '@/lib/contracts/row-api';
import { matches } from '../row-filter';
import { RowSource } from './row-source';

const row = (number: number, state: RowView['state'] = 'error'): RowView => ({
  row: number,
  state,
  disposition: null,
  cells: [],
  edited: [],
  values: {},
  issues: [],
  changed: [],
  patch: {},
  customerId: null,
});
const soon = (ms = 5) => new Promise<void>((done) => setTimeout(done, ms));

const serve = (rows: RowView[]) => ({
  rows: async (filter: object, offset: number, limit: number) => {
    const listed = rows.filter((one) => matches(one, filter));
    return { total: listed.length, rows: listed.slice(offset, offset + limit) };
  },
});

describe('row source', () => {
  it('keeps a row that was put right in its place, and skips none behind it', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => row(i + 2));
    const source = new RowSource(serve(rows), { state: 'error' }, () => {});
    source.want(0, 20);
    await soon();
    rows[3] = row(5, 'ok');
    source.replace(row(5, 'ok'));
    source.want(200, 249);
    await soon(120);
    expect(source.at(3)?.state).toBe('ok');
    expect(source.at(200)?.row).toBe(202);
    expect(source.at(249)?.row).toBe(251);
    expect(source.total).toBe(250);
    expect(source.placeOf(3)).toBe(4);
  });

  it('lets a save win over an answer that was asked for before it', async () => {
    const slow = async () => {
      await soon(20);
      return { total: 1, rows: [row(2)] };
    };
    const source = new RowSource({ rows: slow }, {}, () => {});
    source.want(0, 0);
    source.replace(row(2, 'ok'));
    await soon(40);
    expect(source.at(0)?.state).toBe('ok');
  });

  it('keeps a row in view that someone else changed, listed or not', async () => {
    for (const state of ['ok', 'error'] as const) {
      const rows = Array.from({ length: 10 }, (_, i) => row(i + 2));
      const source = new RowSource(serve(rows), { state: 'error' }, () => {});
      source.want(0, 9);
      await soon();
      rows[3] = row(5, state);
      source.overtake({ ...row(5), cells: ['theirs'] });
      await soon(20);
      expect([2, 3, 4].map((place) => source.at(place)?.row)).toEqual([4, 5, 6]);
      expect(source.total).toBe(10);
    }
  });

  it('finds the place of a row among all rows and under a filter, with gaps in the numbers', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => row(i * 3 + 2, i % 7 === 0 ? 'error' : 'ok'));
    for (const filter of [{}, { state: 'error' } as const]) {
      const listed = rows.filter((one) => matches(one, filter));
      const source = new RowSource(serve(rows), filter, () => {});
      for (const place of [0, 1, 99, 100, 150, listed.length - 1])
        expect(await source.seek(listed[place]?.row ?? 0)).toBe(place);
      expect(source.total).toBe(listed.length);
      expect(await source.seek(4)).toBeUndefined();
      expect(await source.seek(100_000)).toBeUndefined();
    }
  });
});
