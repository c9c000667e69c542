import { isNotNull, or, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Engine } from '../engine';
import type { Write } from '../write';

type Anew = (encrypted: string) => Promise<string>;

/** Encrypts second factors and what the OIDC provider gave anew. */
export async function encryptSignInAnew({ db, tables, writeAll }: Engine, anew: Anew): Promise<void> {
  const { accounts, twoFactors } = tables;
  const writes: Write[] = [];
  for (const { id, secret, backupCodes } of await db.select().from(twoFactors)) {
    const now = { secret: await anew(secret), backupCodes: await anew(backupCodes) };
    writes.push({ statement: db.update(twoFactors).set(now).where(is(twoFactors.id, id)) });
  }
  const tokens = or(isNotNull(accounts.accessToken), isNotNull(accounts.refreshToken), isNotNull(accounts.idToken));
  for (const { id, accessToken, refreshToken, idToken } of await db.select().from(accounts).where(tokens)) {
    const [access, refresh, identity] = await Promise.all(
      [accessToken, refreshToken, idToken].map((token) => token && anew(token)),
    );
    const now = { accessToken: access, refreshToken: refresh, idToken: identity };
    writes.push({ statement: db.update(accounts).set(now).where(is(accounts.id, id)) });
  }
  if (writes.length > 0) await writeAll(writes);
}

const is = (column: SQLiteColumn, value: string) => sql`${column} = ${value}`;

/** Ends all sessions: their cookies are signed with a key that is gone. */
export const endSessions = async ({ db, tables, writeAll }: Engine): Promise<void> =>
  void (await writeAll([{ statement: db.delete(tables.sessions) }]));
