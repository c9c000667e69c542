import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { AuditEntry, AuditStore, NewAuditEntry } from '../../lib/auth/account-store';
import type { About, Engine } from '../engine';
import type { Write } from '../write';

export function auditStore(engine: Engine): AuditStore {
  const { auditLog } = engine.tables;
  return {
    async writeAudit(entry) {
      await engine.writeAll([auditWrite(engine, entry)]);
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

const auditWrite = (engine: Engine, { details, objectId, ...entry }: NewAuditEntry): Write => {
  // The number of an import that is only made now is known to the database alone.
  const isNew = entry.objectKind === 'import' && objectId === null;
  const values = { ...entry, at: Date.now(), details: JSON.stringify(details) };
  const of = isNew ? sql<string>`cast(${engine.dialect.made('imports')} as text)` : objectId;
  return { statement: engine.db.insert(engine.tables.auditLog).values({ ...values, objectId: of }) };
};

/** An engine by which the first thing that is written takes an entry along, in the same transaction. */
export function noting(engine: Engine, entry: NewAuditEntry): Engine {
  let due = true;
  const writeAll: Engine['writeAll'] = async (list, jobs) => {
    if (!due) return engine.writeAll(list, jobs);
    const written = await engine.writeAll([...list, auditWrite(engine, entry)], jobs);
    if (written) due = false;
    return written?.slice(0, list.length) ?? null;
  };
  const makeTogether: Engine['makeTogether'] = async (made) => {
    if (!due) return engine.makeTogether(made);
    const importId = await engine.makeTogether({ ...made, about: [...made.about, auditAbout(engine, entry)] });
    due = false;
    return importId;
  };
  return { ...engine, writeAll, makeTogether };
}

/** An entry about the import that is made. */
function auditAbout({ tables: { auditLog: a } }: Engine, entry: NewAuditEntry): About {
  const { actorKind, actorId, actorName, action, objectKind, details, address } = entry;
  return {
    table: a,
    importId: a.objectId,
    columns: [a.at, a.actorKind, a.actorId, a.actorName, a.action, a.objectKind, a.details, a.address],
    rows: [[Date.now(), actorKind, actorId, actorName, action, objectKind, JSON.stringify(details), address]],
  };
}
