import { sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Engine } from '../engine';
import type { Write } from '../write';

type Anew = (encrypted: string) => Promise<string>;

/** Encrypts second factors anew. */
export async function encryptSignInAnew({ db, tables, writeAll }: Engine, anew: Anew): Promise<void> {
  const { accounts, twoFactors } = tables;
  const writes: Write[] = [];
  for (const { id, secret, backupCodes } of await db.select().from(twoFactors)) {
    const now = { secret: await anew(secret), backupCodes: await anew(backupCodes) };
    writes.push({ statement: db.update(twoFactors).set(now).where(is(twoFactors.id, id)) });
  }
  // What a provider once handed over is not kept any more, and was not all encrypted.
  const none = { accessToken: null, refreshToken: null, idToken: null };
  writes.push({ statement: db.update(accounts).set(none) });
  await writeAll(writes);
}

const is = (column: SQLiteColumn, value: string) => sql`${column} = ${value}`;

/** Ends all sessions: their cookies are signed with a key that is gone. */
export const endSessions = async ({ db, tables, writeAll }: Engine): Promise<void> =>
  void (await writeAll([{ statement: db.delete(tables.sessions) }]));
