import type { Identity } from './identity';

/** A request that has come, until it is answered. */
export interface Accepted {
  /** Who was erased since then: what the request says of them is left out when its turn comes. */
  readonly erased: readonly Identity[];
  leave(): void;
}

/** Keeps what a web server does at the same time apart: requests that are planned and written, and erasures. */
export interface Apart {
  /** To be asked before the body is taken: it may take long until a request is at work. */
  accept(): Accepted;
  /** Does the work of a request, behind an erasure that is waiting or at work. */
  request<T>(work: () => Promise<T>): Promise<T>;
  /** Erases behind all requests that are at work: what they write is looked through then, and what they planned is not stale. */
  erasure<T>(work: (erased: (identity: Identity) => void) => Promise<T>): Promise<T>;
}

export function makeApart(): Apart {
  const requests = new Set<Promise<unknown>>();
  const accepted = new Set<{ erased: Identity[] }>();
  let erasing: Promise<unknown> | null = null;
  const tell = (identity: Identity) => {
    for (const { erased } of accepted) erased.push(identity);
  };
  return {
    accept() {
      const own = { erased: [] as Identity[], leave: () => void accepted.delete(own) };
      accepted.add(own);
      return own;
    },

    async request(work) {
      while (erasing) await erasing;
      const running = work();
      const over: Promise<unknown> = running.catch(() => undefined).then(() => requests.delete(over));
      requests.add(over);
      return running;
    },

    async erasure(work) {
      const before = erasing;
      const running = (async () => {
        await before;
        await Promise.all(requests);
        return work(tell);
      })();
      const over = running.catch(() => undefined);
      erasing = over;
      void over.then(() => {
        if (erasing === over) erasing = null;
      });
      return running;
    },
  };
}
