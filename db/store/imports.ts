import { and, desc, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { fold } from '../../lib/customer/search';
import type { ImportChanges, ImportQuery, ImportRecord, ImportStore, NewImport } from '../../lib/import-store';
import { mayMove, openStates } from '../../lib/steps';
import type { Engine } from '../engine';
import type { Tables } from '../tables';
import { pattern } from './like';
import { forgetNotifications } from './notifications';

const jsonColumns = new Set(['intake', 'choices', 'facts', 'profiles', 'mapping']);

export function importStore(engine: Engine): ImportStore {
  const { editLog, importEdits, imports, importShards } = engine.tables;
  return {
    createImport: (input) => createImport(engine, input),

    async readImport(id) {
      const [row] = await engine.db
        .select()
        .from(imports)
        .where(and(eq(imports.id, id), isNull(imports.deletedAt)));
      return row ? record(row) : null;
    },

    async listImports(query) {
      const rows = await engine.db
        .select()
        .from(imports)
        .where(and(...listFilter(engine, query)))
        .orderBy(desc(imports.id))
        .limit(query.limit);
      return rows.map(record);
    },

    async countImports() {
      const rows = await engine.db
        .select({ state: imports.state, count: sql<number>`count(*)`.mapWith(Number) })
        .from(imports)
        .where(isNull(imports.deletedAt))
        .groupBy(imports.state);
      const of = (...states: string[]) =>
        rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.count, 0);
      return {
        all: rows.reduce((sum, row) => sum + row.count, 0),
        open: of(...openStates),
        committed: of('committed'),
        failed: of('failed'),
        cancelled: of('cancelled'),
      };
    },

    async moveImport(id, from, to, more = {}) {
      const illegal = from.find((state) => !mayMove(state, to));
      if (illegal) throw new Error(`An import may not go from ${illegal} to ${to}.`);
      const generation = more.restart ? { generation: sql`${imports.generation} + 1` } : {};
      const update = engine.db
        .update(imports)
        .set({ ...plain(more.changes ?? {}), ...generation, state: to, revision: sql`${imports.revision} + 1` })
        .where(
          and(
            eq(imports.id, id),
            inArray(imports.state, from),
            // A file that is not kept any more cannot be read anew.
            to === 'reading' ? isNull(imports.fileRemovedAt) : undefined,
            more.generation === undefined ? undefined : eq(imports.generation, more.generation),
          ),
        );
      const written = await engine.writeAll([{ statement: update, expect: 1 }], more.jobs);
      return written !== null;
    },

    async changeImport(id, states, changes) {
      const update = engine.db
        .update(imports)
        .set(plain(changes))
        .where(and(eq(imports.id, id), inArray(imports.state, states)));
      return (await engine.writeAll([{ statement: update, expect: 1 }])) !== null;
    },

    async deleteImport(id) {
      const update = engine.db
        .update(imports)
        .set({ deletedAt: Date.now() })
        .where(and(eq(imports.id, id), isNull(imports.deletedAt), inArray(imports.state, ['failed', 'cancelled'])));
      const list = [{ statement: update, expect: 1 }, ...forgetNotifications(id)];
      await engine.writeAll(list, [{ kind: 'clean', importId: id }]);
    },

    async fileOf(id) {
      const [row] = await engine.db.select({ fileKey: imports.fileKey }).from(imports).where(eq(imports.id, id));
      return row?.fileKey || null;
    },

    async forgetImport(id) {
      await engine.writeAll([
        { statement: engine.db.delete(importShards).where(eq(importShards.importId, id)) },
        { statement: engine.db.delete(importEdits).where(eq(importEdits.importId, id)) },
        { statement: engine.db.delete(editLog).where(eq(editLog.importId, id)) },
        { statement: engine.db.delete(imports).where(and(eq(imports.id, id), isNotNull(imports.deletedAt))) },
      ]);
    },

    async knownFiles(fileKeys) {
      const rows = await engine.db
        .select({ fileKey: imports.fileKey })
        .from(imports)
        .where(inArray(imports.fileKey, fileKeys));
      return rows.map((row) => row.fileKey);
    },
  };
}

async function createImport(engine: Engine, input: NewImport): Promise<number> {
  const { imports } = engine.tables;
  const insert = engine.db
    .insert(imports)
    .values({
      ...input,
      state: 'reading',
      intake: JSON.stringify(input.intake),
      choices: JSON.stringify(input.choices),
      fileNameKey: fold(input.fileName),
      profiles: '[]',
      rows: 0,
      revision: 1,
      generation: 1,
      createdAt: Date.now(),
      stopRequested: false,
    })
    .returning({ id: imports.id });
  const written = await engine.writeAll([{ statement: insert, expect: 1 }], [{ kind: 'read', importId: null }]);
  return written![0]!.rows[0]![0] as number;
}

function listFilter(engine: Engine, query: ImportQuery): (SQL | undefined)[] {
  const { imports } = engine.tables;
  return [
    isNull(imports.deletedAt),
    query.state === 'open' ? inArray(imports.state, [...openStates]) : undefined,
    query.state && query.state !== 'open' ? eq(imports.state, query.state) : undefined,
    query.before ? lt(imports.id, query.before) : undefined,
    query.q ? engine.dialect.like(sql`${imports.fileNameKey}`, pattern(query.q)) : undefined,
  ];
}

const plain = (changes: ImportChanges): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [
      name,
      jsonColumns.has(name) && value !== null ? JSON.stringify(value) : value,
    ]),
  );

export const record = (row: Tables['imports']['$inferSelect']): ImportRecord => ({
  ...row,
  state: row.state as ImportRecord['state'],
  source: row.source as ImportRecord['source'],
  intake: JSON.parse(row.intake),
  choices: JSON.parse(row.choices),
  facts: row.facts === null ? null : JSON.parse(row.facts),
  profiles: JSON.parse(row.profiles),
  mapping: row.mapping === null ? null : JSON.parse(row.mapping),
});
