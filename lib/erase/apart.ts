/** Keeps what a web server does at the same time apart: requests that are planned and written, and erasures. */
export interface Apart {
  /** Does the work of a request, behind an erasure that is waiting or at work. */
  request<T>(work: () => Promise<T>): Promise<T>;
  /** Erases behind all requests that are at work: what they write is looked through then, and what they planned is not stale. */
  erasure<T>(work: () => Promise<T>): Promise<T>;
}

export function makeApart(): Apart {
  const requests = new Set<Promise<unknown>>();
  let erasing: Promise<unknown> | null = null;
  return {
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
        return work();
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
