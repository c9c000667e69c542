import { desc, sql } from 'drizzle-orm';
import type { WorkerStore } from '../../lib/store';
import type { Engine } from '../engine';

/** Workers that gave no sign for a day are forgotten, in ms. */
const forgottenAfter = 86_400_000;

export const workerStore = (engine: Engine): WorkerStore => ({
  async beat(worker) {
    await engine.writeAll([
      {
        statement: sql`insert into workers (id, seen_at) values (${worker}, ${Date.now()})
          on conflict (id) do update set seen_at = excluded.seen_at`,
      },
      { statement: sql`delete from workers where seen_at < ${Date.now() - forgottenAfter}` },
    ]);
  },

  async lastBeat() {
    const { workers } = engine.tables;
    const [row] = await engine.db.select().from(workers).orderBy(desc(workers.seenAt)).limit(1);
    return row?.seenAt ?? null;
  },
});
