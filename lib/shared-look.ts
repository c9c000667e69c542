/** Many who ask for the same thing share one look at it, so that the work does not grow with those who watch. */

/** What can be looked at, as it is being looked at now. */
interface Look<T> {
  /** When the next look may begin. */
  free: Promise<void>;
  /** The next look, where somebody waits for it. */
  next: Promise<T> | null;
}

/**
 * Those who ask while a look is under way wait for the next one together: an answer is always from after its question,
 * so nobody who has just written sees what was before.
 * @param ask looks once
 * @param spacing where many ask for the same key: the time between two looks, in ms. Who asks alone never waits.
 */
export function shareLooks<K, T>(ask: (key: K) => Promise<T>, spacing: number): (key: K) => Promise<T> {
  const looks = new Map<K, Look<T>>();
  const begin = (key: K): Promise<T> => {
    const running = ask(key);
    const pause = () => new Promise<void>((resolve) => (look.next ? setTimeout(resolve, spacing) : resolve()));
    const look: Look<T> = { free: running.then(pause, pause), next: null };
    looks.set(key, look);
    void look.free.then(() => {
      if (look.next === null) looks.delete(key);
    });
    return running;
  };
  return (key) => {
    const look = looks.get(key);
    if (!look) return begin(key);
    look.next ??= look.free.then(() => begin(key));
    return look.next;
  };
}

/**
 * Questions about different things, asked as one: those that come while one is under way wait and are then asked together. An
 * answer is always from after its question.
 * @returns undefined for what the answer has not
 */
export function askTogether<K, V>(ask: (keys: K[]) => Promise<Map<K, V>>): (key: K) => Promise<V | undefined> {
  let asked = new Set<K>();
  const look = shareLooks((_: null) => {
    const keys = [...asked];
    asked = new Set();
    return ask(keys);
  }, 0);
  return async (key) => {
    asked.add(key);
    return (await look(null)).get(key);
  };
}

/**
 * A number that costs more the more there is to count, and may be a little old: it is taken anew when its age is above
 * `times` what it cost, so that counting never takes more than that share of the time. That there is nothing costs next to
 * nothing and is never kept: a page says it in words, right after the first import too.
 */
export function ageing(ask: () => Promise<number>, times: number): () => Promise<number> {
  let taken: { answer: Promise<number>; until: number } | null = null;
  return () => {
    if (taken && performance.now() < taken.until) return taken.answer;
    const begun = performance.now();
    const now = { answer: ask(), until: Number.POSITIVE_INFINITY };
    taken = now;
    now.answer.then(
      (count) => {
        now.until = count === 0 ? 0 : performance.now() + times * (performance.now() - begun);
      },
      () => {
        if (taken === now) taken = null;
      },
    );
    return now.answer;
  };
}

/** Something made once for each store and kept as long as that. */
export function perStore<S extends object, T>(make: (store: S) => T): (store: S) => T {
  const made = new WeakMap<S, T>();
  return (store) => {
    const known = made.get(store);
    if (known !== undefined) return known;
    const fresh = make(store);
    made.set(store, fresh);
    return fresh;
  };
}
