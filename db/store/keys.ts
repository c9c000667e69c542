import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { KeyRecord, KeyStore } from '../../lib/auth/account-store';
import type { Engine } from '../engine';

export function keyStore(engine: Engine): KeyStore {
  const { apiKeys } = engine.tables;
  return {
    async addKey({ id = randomUUID(), scopes, ...key }, hash) {
      const values = { ...key, id, hash, scopes: JSON.stringify(scopes), createdAt: Date.now() };
      await engine.writeAll([{ statement: engine.db.insert(apiKeys).values(values) }]);
      return id;
    },

    async listKeys() {
      const rows = await engine.db.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
      return rows.map(record);
    },

    async findKeys(hashes) {
      const rows = await engine.db
        .select()
        .from(apiKeys)
        .where(sql`${apiKeys.hash} ${engine.dialect.texts(hashes)}`);
      return new Map(rows.map((row) => [row.hash, record(row)]));
    },

    async touchKey(id) {
      await engine.writeAll([
        { statement: engine.db.update(apiKeys).set({ lastUsedAt: Date.now() }).where(eq(apiKeys.id, id)) },
      ]);
    },

    async revokeKey(id) {
      const update = engine.db
        .update(apiKeys)
        .set({ revokedAt: Date.now() })
        .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
      return (await engine.writeAll([{ statement: update, expect: 1 }])) !== null;
    },
  };
}

const record = ({ hash: _, ...row }: Engine['tables']['apiKeys']['$inferSelect']): KeyRecord => ({
  ...row,
  scopes: JSON.parse(row.scopes),
});
