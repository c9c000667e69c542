import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../lib/store';

export type OpenStore = (database: string) => Promise<Store>;
/** Lets time pass in a database, in ms. */
export type PassTime = (database: string, ms: number) => Promise<void>;

/** Two stores on one database, as web server and worker have them. */
export function withTwo(open: OpenStore, database: string): { web: () => Store; worker: () => Store } {
  const stores: Store[] = [];
  beforeAll(async () => {
    stores.push(await open(database), await open(database));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });
  return { web: () => stores[0]!, worker: () => stores[1]! };
}
