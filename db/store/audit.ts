import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { AuditEntry, AuditStore } from '../../lib/auth/account-store';
import type { Engine } from '../engine';

export function auditStore(engine: Engine): AuditStore {
  const { auditLog } = engine.tables;
  return {
    async writeAudit({ details, ...entry }) {
      const values = { ...entry, at: Date.now(), details: JSON.stringify(details) };
      await engine.writeAll([{ statement: engine.db.insert(auditLog).values(values) }]);
    },

    async readAudit({ action, actor, objectKind, objectId, from, to, before, limit }) {
      const filter: (SQL | undefined)[] = [
        action === undefined ? undefined : eq(auditLog.action, action),
        actor === undefined ? undefined : eq(auditLog.actorName, actor),
        objectKind === undefined ? undefined : eq(auditLog.objectKind, objectKind),
        objectId === undefined ? undefined : eq(auditLog.objectId, objectId),
        from === undefined ? undefined : gte(auditLog.at, from),
        to === undefined ? undefined : lt(auditLog.at, to),
        before === undefined ? undefined : lt(auditLog.id, before),
      ];
      const rows = await engine.db
        .select()
        .from(auditLog)
        .where(and(...filter))
        .orderBy(desc(auditLog.id))
        .limit(limit);
      return rows.map((row) => ({ ...row, details: JSON.parse(row.details) }) as AuditEntry);
    },
  };
}
