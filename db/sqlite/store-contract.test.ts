import { afterAll, describe, expect, it, vi } from 'vitest';
import { dropDataDir, makeDataDir, openOn } from '../../lib/testing/test-store';
import { withTwo } from '../contract/with-two';
import { storeContract } from '../store-contract';

const folders = new Map<string, string>();
afterAll(() => folders.forEach(dropDataDir));

const open = async (database: string) => {
  if (!folders.has(database)) folders.set(database, makeDataDir());
  return openOn(folders.get(database)!);
};

storeContract(open, async (_, ms) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
});

describe('one writer at a time', () => {
  const { web, worker } = withTwo(open, 'others');

  it('tells whether anyone else wrote', async () => {
    await worker().othersWrote();
    await worker().beat('w1');
    expect(await worker().othersWrote()).toBe(false);
    await web().beat('w2');
    expect(await worker().othersWrote()).toBe(true);
    expect(await worker().othersWrote()).toBe(false);
  });
});
