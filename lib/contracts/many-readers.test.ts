import { expect, it } from 'vitest';
import type { Store } from '../store';
import { commit, importOf, review, submitNow } from '../testing/sheet';
import { withStore } from '../testing/test-store';
import { countCustomers } from './view-customer';
import { listImports, viewImport } from './view-import';

const store = withStore();
const sheet = { fields: ['email'], rows: [['r1@example.com'], ['r2@example.com']] };

/** The store, with how often each of its functions was called. */
function watched(of: Store) {
  const asked: Record<string, number> = {};
  const counting = (name: string, call: (...all: unknown[]) => unknown) => {
    asked[name] = 0;
    return (...all: unknown[]) => {
      asked[name]! += 1;
      return call(...all);
    };
  };
  const entries = Object.entries(of).map(([name, call]) => [
    name,
    typeof call === 'function' ? counting(name, call as (...all: unknown[]) => unknown) : call,
  ]);
  return { asked, seen: Object.fromEntries(entries) as unknown as Store };
}

const many = <T>(ask: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 300 }, ask));

it('three hundred who look at a commit at once cost storage next to nothing', async () => {
  const id = await review(store(), sheet);
  const { asked, seen } = watched(store());
  await viewImport(seen, id);
  await store().startCommit(id, (await importOf(store(), id)).revision);
  const views = await many(() => viewImport(seen, id));
  expect(new Set(views.map((view) => view?.state))).toEqual(new Set(['committing']));
  await many(() => countCustomers(seen));
  expect(asked).toMatchObject({ readImport: 3, readShards: 2, countCustomers: 1 });
  // Counted before the commit began, and what is planned is still the same.
  expect(asked.readTotals).toBe(1);
});

it('rows are counted once for all who see an import for the first time after it changed', async () => {
  const ids = [await commit(store(), sheet), await review(store(), sheet)];
  const { asked, seen } = watched(store());
  const lists = await many(() => listImports(seen, {}));
  expect(new Set(lists.map((list) => JSON.stringify(list))).size).toBe(1);
  expect(asked.readTotals).toBeLessThanOrEqual(lists[0]!.imports.length);
  expect(lists[0]!.imports.map((view) => view.id)).toEqual(expect.arrayContaining(ids));
});

it('who has just submitted sees it, however many look meanwhile', async () => {
  const id = await review(store(), sheet);
  const others = many(() => viewImport(store(), id));
  await submitNow(store(), id);
  expect(await viewImport(store(), id)).toMatchObject({ state: 'committed' });
  await others;
});

it('totals that could not be counted are counted again', async () => {
  const id = await review(store(), sheet);
  let left = 1;
  const seen: Store = {
    ...store(),
    readTotals: (of) => (left-- > 0 ? Promise.reject(new Error('no connection')) : store().readTotals(of)),
  };
  await expect(viewImport(seen, id)).rejects.toThrow('no connection');
  expect(await viewImport(seen, id)).toMatchObject({ totals: { rows: 2 } });
});
