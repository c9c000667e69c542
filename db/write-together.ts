interface Waiting<Item, Done> {
  item: Item;
  done: (what: Done) => void;
  failed: (error: unknown) => void;
}

/** What shares a transaction at the most. */
const most = 100;

/**
 * Group commit: making a transaction durable takes longer than its statements, so what comes while one is under way waits and then
 * shares one. Where a shared one fails, each is tried alone, so that nobody fails for another.
 * @param writeEach writes all of them in one transaction, and gives what became of each
 */
export function writingTogether<Item, Done>(
  writeEach: (items: Item[]) => Promise<Done[]>,
): (item: Item) => Promise<Done> {
  const waiting: Waiting<Item, Done>[] = [];
  let isWriting = false;
  const alone = async ({ item, done, failed }: Waiting<Item, Done>) => {
    try {
      const [what] = await writeEach([item]);
      done(what!);
    } catch (error) {
      failed(error);
    }
  };
  const shared = async (group: Waiting<Item, Done>[]) => {
    const written = await writeEach(group.map(({ item }) => item)).catch(() => null);
    for (const [at, each] of group.entries()) {
      if (written) each.done(written[at]!);
      else await alone(each);
    }
  };
  const work = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      await (group.length === 1 ? alone(group[0]!) : shared(group));
    }
    isWriting = false;
  };
  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed });
      if (!isWriting) void work();
    });
}
