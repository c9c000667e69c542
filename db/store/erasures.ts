import { and, asc, desc, eq, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Value } from '../../lib/customer/fields';
import { fold } from '../../lib/customer/search';
import type { ErasureStore } from '../../lib/erase/erasure-store';
import type { Identity } from '../../lib/erase/identity';
import type { Cell } from '../../lib/row';
import type { Engine } from '../engine';
import { removeAnswers } from './answers';
import { eraseRows } from './erase-rows';
import { record } from './imports';
import { mentionsInRow } from './mentions';
import { replaceFound } from './replace-found';
import { typedStore } from './typed';

export function erasureStore(engine: Engine): ErasureStore {
  const { erasures, imports } = engine.tables;
  return {
    async readPast(customerId) {
      const rows = await engine.rows(
        sql`select before from customer_changes where customer_id = ${customerId} and before is not null`,
      );
      return (rows as [string][]).map(([before]) => (JSON.parse(before) as { values: Record<string, Value> }).values);
    },

    startErasure: async (customer, identity) =>
      (await engine.writeAll(erasureWrites(customer, identity), [{ kind: 'erase', importId: 0 }])) !== null,

    async findErasure(customerId) {
      const [row] = await engine.db
        .select({ askedAt: erasures.askedAt, finishedAt: erasures.finishedAt })
        .from(erasures)
        .where(eq(erasures.customerId, customerId))
        .orderBy(desc(erasures.id))
        .limit(1);
      return row ?? null;
    },

    async openErasures() {
      const rows = await engine.db
        .select()
        .from(erasures)
        .where(and(isNull(erasures.finishedAt), isNotNull(erasures.identity)))
        .orderBy(asc(erasures.id));
      return rows.map(({ id, identity, nextImport, lastImport }) => ({
        id,
        identity: JSON.parse(identity!),
        nextImport,
        lastImport,
      }));
    },

    async lastErasure() {
      const [row] = await engine.rows(sql`select coalesce(max(id), 0) from erasures`);
      return Number(row![0]);
    },

    async nextImport(from, last) {
      const [row] = await engine.db
        .select()
        .from(imports)
        .where(and(gte(imports.id, from), lte(imports.id, last), isNull(imports.deletedAt)))
        .orderBy(asc(imports.id))
        .limit(1);
      return row ? record(row) : null;
    },

    async moveErasure(id, nextImport) {
      const further = and(eq(erasures.id, id), lte(erasures.nextImport, nextImport));
      await engine.writeAll([{ statement: engine.db.update(erasures).set({ nextImport }).where(further) }]);
    },

    async forgetIdentity(id) {
      await engine.writeAll([
        // Once more: those that were under way when the customer went.
        removeAnswers(),
        { statement: engine.db.update(erasures).set({ identity: null }).where(eq(erasures.id, id)) },
      ]);
    },

    async finishErasures() {
      const update = engine.db
        .update(erasures)
        .set({ finishedAt: Date.now() })
        .where(and(isNull(erasures.finishedAt), isNull(erasures.identity)));
      await engine.writeAll([{ statement: update }]);
    },

    async findOwnRows(importId, customerId, keys) {
      const rows = await engine.scan(sql`
        select row from import_plans where import_id = ${importId} and target = ${customerId}
        union select row from import_keys where import_id = ${importId} and key ${engine.dialect.texts(keys)}
        union select o.row from import_outcomes o where o.customer_id = ${customerId}
          and o.operation_id in (select id from operations where import_id = ${importId})`);
      return rows.flat() as number[];
    },

    async lastRow(importId) {
      const [row] = await engine.rows(sql`select coalesce(max(row), 0) from import_rows where import_id = ${importId}`);
      return row![0] as number;
    },

    async findMentions(importId, identity, after, upTo) {
      const rows = await engine.scan(sql`select r.row, r.cells, e.edits from import_rows r
        left join import_edits e on e.import_id = r.import_id and e.row = r.row
        where r.import_id = ${importId} and r.row > ${after} and r.row <= ${upTo}
          and (${mentionsInRow(engine.dialect, identity)}) order by r.row`);
      return (rows as [number, string, string | null][]).map(([row, cells, edits]) => ({
        row,
        cells: JSON.parse(cells) as Cell[],
        edits: edits === null ? {} : JSON.parse(edits),
      }));
    },

    async renameFile({ id, state, generation, fileName: old }, fileName) {
      const statement = sql`update imports set file_name = ${fileName}, file_name_key = ${fold(fileName)},
          error = replace(error, ${old}, ${fileName})
        where id = ${id} and state = ${state} and generation = ${generation}`;
      return (await engine.writeAll([{ statement, expect: 1 }])) !== null;
    },

    async leaveOut(importId, rows) {
      const statement = sql`update import_plans set state = 'excluded', disposition = null, message = 'erased'
        where import_id = ${importId} and row ${engine.dialect.numbers(rows)} and not exists (select 1 from import_outcomes o
          where o.row = import_plans.row and o.operation_id in (select id from operations where import_id = ${importId}))`;
      await engine.writeAll([{ statement }]);
    },

    ...typedStore(engine),
    replaceFound: (of, found) => replaceFound(engine, of, found),
    eraseRows: (of, rows) => eraseRows(engine, of, rows),
  };
}

/**
 * The customer goes first: a commit that holds it is waited for, and what that wrote to the ledger is then seen and goes too.
 * A commit that comes later finds no customer, and its row becomes a conflict.
 */
function erasureWrites({ id, version }: { id: number; version: number }, identity: Identity) {
  const now = Date.now();
  return [
    { statement: sql`delete from customers where id = ${id} and version = ${version}`, expect: 1 },
    { statement: sql`delete from customer_addresses where customer_id = ${id}` },
    { statement: sql`delete from customer_attributes where customer_id = ${id}` },
    { statement: sql`update customers set parent = null where parent = ${id}` },
    {
      statement: sql`update import_outcomes set customer_id = null, reason = 'erased' where (operation_id, row) in
        (select operation_id, row from customer_changes where customer_id = ${id})`,
    },
    { statement: sql`delete from customer_changes where customer_id = ${id}` },
    removeAnswers(),
    {
      statement: sql`insert into erasures (customer_id, asked_at, identity, next_import, last_import)
        select ${sql.raw(String(id))}, ${sql.raw(String(now))}, ${JSON.stringify(identity)}, 1, coalesce(max(id), 0) from imports`,
    },
  ];
}
