import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RowWindows, windowRows } from './row-windows';

const numbers = (offset: number, limit: number) => Array.from({ length: limit }, (_, i) => offset + i);

describe('row windows', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('fetches the windows in view once', async () => {
    const load = vi.fn(async (offset: number, limit: number) => numbers(offset, limit));
    const windows = new RowWindows(load, () => {});
    windows.want(90, 130);
    await vi.runAllTimersAsync();
    windows.want(95, 140);
    await vi.runAllTimersAsync();
    expect(load.mock.calls.map(([offset]) => offset)).toEqual([0, windowRows]);
    expect(windows.get(130)).toBe(130);
  });

  it('aborts what is no longer in view and takes no late answer', async () => {
    const signals: AbortSignal[] = [];
    const windows = new RowWindows<number>(
      (offset, limit, signal) => {
        signals.push(signal);
        return new Promise((done) => setTimeout(() => done(numbers(offset, limit)), 500));
      },
      () => {},
    );
    windows.want(0, 20);
    windows.want(50_000, 50_020);
    expect(signals[0]?.aborted).toBe(true);
    await vi.runAllTimersAsync();
    expect(windows.get(5)).toBeUndefined();
    expect(windows.get(50_010)).toBe(50_010);
  });

  it('keeps a bounded number of windows, dropping the one unused longest', async () => {
    const windows = new RowWindows(
      async (offset, limit) => numbers(offset, limit),
      () => {},
    );
    for (let index = 0; index < 60; index++) {
      windows.want(index * windowRows, index * windowRows);
      await vi.runAllTimersAsync();
    }
    expect([...windows.entries()].length).toBe(40 * windowRows);
    expect(windows.get(0)).toBeUndefined();
    expect(windows.get(59 * windowRows)).toBeDefined();
  });

  it('asks again after a failure only when told to', async () => {
    const load = vi.fn(async (): Promise<number[]> => {
      throw new Error('offline');
    });
    const windows = new RowWindows<number>(load, () => {});
    windows.want(0, 10);
    await vi.runAllTimersAsync();
    windows.want(0, 11);
    await vi.runAllTimersAsync();
    expect(load).toHaveBeenCalledTimes(1);
    expect(windows.hasFailed).toBe(true);
    windows.retry();
    expect(load).toHaveBeenCalledTimes(2);
  });
});
