import { and, eq, gt, lt, or, sql } from 'drizzle-orm';
import type { LimitStore, SettingStore } from '../../lib/auth/account-store';
import type { Engine } from '../engine';
import { int } from './casts';

export function limitStore(engine: Engine): LimitStore {
  const { rateLimits } = engine.tables;
  return {
    /** One statement, so that requests at the same moment count one after the other. */
    async takeFrom(bucket, max, windowMs) {
      const now = int(Date.now());
      const ends = int(Date.now() + windowMs);
      const written = await engine.writeAll([
        { statement: sql`delete from rate_limits where ends_at < ${int(Date.now() - sweptAfter)}` },
        {
          statement: sql`insert into rate_limits (key, count, ends_at) values (${bucket}, 1, ${ends})
            on conflict (key) do update set
              count = case when rate_limits.ends_at <= ${now} then 1 else rate_limits.count + 1 end,
              ends_at = case when rate_limits.ends_at <= ${now} then ${ends} else rate_limits.ends_at end
            returning count, ends_at`,
        },
      ]);
      const [count, endsAt] = written![1]!.rows[0] as [number, number];
      return count > max ? Math.max(1, endsAt - Date.now()) : 0;
    },

    async giveBack(bucket) {
      await engine.writeAll([
        { statement: sql`update rate_limits set count = count - 1 where key = ${bucket} and count > 0` },
      ]);
    },

    async isTakenFrom(bucket) {
      const live = and(eq(rateLimits.key, bucket), gt(rateLimits.count, 0), gt(rateLimits.endsAt, Date.now()));
      return (await engine.db.select({ key: rateLimits.key }).from(rateLimits).where(live)).length > 0;
    },

    async refill(bucket) {
      const within = and(gt(rateLimits.key, `${bucket} `), lt(rateLimits.key, `${bucket}!`));
      const statement = engine.db.delete(rateLimits).where(or(eq(rateLimits.key, bucket), within));
      await engine.writeAll([{ statement }]);
    },
  };
}

/** Buckets that ended so long ago are removed, in ms. */
const sweptAfter = 3_600_000;

export function settingStore(engine: Engine): SettingStore {
  const { settings } = engine.tables;
  return {
    async readSetting(name) {
      const [row] = await engine.db.select().from(settings).where(eq(settings.name, name));
      return row ? JSON.parse(row.value) : null;
    },

    async writeSetting(name, value) {
      const text = JSON.stringify(value);
      await engine.writeAll([
        {
          statement: engine.db
            .insert(settings)
            .values({ name, value: text })
            .onConflictDoUpdate({ target: settings.name, set: { value: text } }),
        },
      ]);
    },
  };
}
