import { and, eq, type SQL, sql } from 'drizzle-orm';
import { waitsFor } from '../../lib/customer/waits-for';
import { type IssueCode, issue } from '../../lib/issues';
import type { DuplicateStore } from '../../lib/staging-store';
import type { RowState } from '../../lib/steps';
import type { Engine } from '../engine';
import type { Write } from '../write';
import { int, json, text } from './casts';
import { moveCursor } from './shards';
import { countFilled } from './statistics';

export const duplicateStore = (engine: Engine): DuplicateStore => ({
  async markRepeatedKeys(importId) {
    await countFilled(engine, importId, 'check');
    // Not one statement that joins the keys with themselves: where the planner has not counted this import yet, it takes it
    // for a single row, and goes through all keys anew for each of them.
    for (let keys = await repeatedAfter(engine, importId, ''); keys.length > 0; ) {
      const statement = sql`update import_keys set repeated = 1
        where import_id = ${importId} and key ${engine.dialect.texts(keys)}`;
      await engine.writeAll([{ statement }]);
      keys = await repeatedAfter(engine, importId, keys.at(-1)!);
    }
  },

  /** Each step finds its rows by an index and by a list, and joins nothing: no planner has to know how many there are. */
  async readRepeated(importId, afterRow, limit) {
    const { numbers, texts } = engine.dialect;
    const chunk = (await engine.scan(sql`select distinct row from import_keys
      where import_id = ${importId} and repeated = 1 and row > ${afterRow} order by row limit ${limit}`)) as [number][];
    if (chunk.length === 0) return [];
    const rows = numbers(chunk.map(([row]) => row));
    const plans = (await engine.scan(sql`select row, state, keys from import_plans
      where import_id = ${importId} and row ${rows} order by row`)) as [number, RowState, string][];
    const marked = (await engine.scan(sql`select row, key from import_keys
      where import_id = ${importId} and repeated = 1 and row ${rows}`)) as [number, string][];
    const owned = (await engine.scan(sql`select key, row from import_keys
      where import_id = ${importId} and owner = 1 and key ${texts([...new Set(marked.map(([, key]) => key))])}`)) as [
      string,
      number,
    ][];
    const repeated = new Set(marked.map(([row, key]) => pairOf(key, row)));
    const owners = new Map(owned);
    return plans.map(([row, state, keys]) => ({
      row,
      state,
      keys: (JSON.parse(keys) as string[]).map((key) => ({
        key,
        repeated: repeated.has(pairOf(key, row)),
        owner: owners.get(key) ?? null,
      })),
    }));
  },

  async saveDuplicates(of, toRow, found) {
    const written = await engine.writeAll([
      moveCursor(of, toRow),
      ...ownersWrites(engine, of.importId, found.owners),
      ...issueWrites(engine, of.importId, found.firsts, 'duplicate_first'),
      ...issueWrites(engine, of.importId, found.laters, 'duplicate_in_file'),
      {
        statement: sql`update import_plans set state = 'warning'
          where import_id = ${of.importId} and state = 'ok' and row ${engine.dialect.numbers(found.firsts.map((first) => first.row))}`,
      },
      failPlans(
        engine,
        of.importId,
        found.laters.map(({ row }) => row),
      ),
    ]);
    return written !== null;
  },

  async readKeyed(importId, keys, limit) {
    const rows = (await engine.rows(sql`select key, row, owner from
      (select k.key, k.row, k.owner, row_number() over (partition by k.key order by k.row) as place
        from import_keys k where k.import_id = ${importId} and k.key ${engine.dialect.texts(keys)}) k
      where place <= ${limit} order by key, row`)) as [string, number, number][];
    return rows.map(([key, row, owner]) => ({ key, row, owner: owner === 1 }));
  },

  async readKeys(importId, row) {
    const { importPlans } = engine.tables;
    const [plan] = await engine.db
      .select({ keys: importPlans.keys })
      .from(importPlans)
      .where(and(eq(importPlans.importId, importId), eq(importPlans.row, row)));
    return plan ? JSON.parse(plan.keys) : [];
  },
});

/** Repeated keys that are marked at a time. */
const keysPerWrite = 10_000;

async function repeatedAfter(engine: Engine, importId: number, last: string): Promise<string[]> {
  const rows = await engine.scan(sql`select key from import_keys where import_id = ${importId} and key > ${last}
    and not (${isWaiting(sql`key`)}) group by key having count(*) > 1 order by key limit ${keysPerWrite}`);
  return (rows as [string][]).map(([key]) => key);
}

/** Many rows may wait for one parent. */
export const isWaiting = (key: SQL): SQL => sql`${key} >= ${waitsFor} and ${key} < ${afterWaiting}`;
const afterWaiting = `${waitsFor.slice(0, -1)};`;

const pairOf = (key: string, row: number): string => `${key} ${row}`;

/** Marks the rows that own their keys; a row of null leaves the key without an owner. */
export function ownersWrites(engine: Engine, importId: number, owners: { key: string; row: number | null }[]): Write[] {
  const { texts } = engine.dialect;
  const keys = texts(owners.map(({ key }) => key));
  const pairs = texts(owners.flatMap(({ key, row }) => (row === null ? [] : [pairOf(key, row)])));
  return [
    {
      statement: sql`update import_keys set owner = 0 where import_id = ${importId} and owner = 1 and key ${keys}`,
    },
    {
      statement: sql`update import_keys set owner = 1 where import_id = ${importId} and key ${keys} and key || ' ' || row ${pairs}`,
    },
  ];
}

/** Rows that come to nothing, because of an error that only the other rows show. */
export const failPlans = (engine: Engine, importId: number, rows: number[]): Write => ({
  statement: sql`update import_plans set state = 'error', disposition = null, target = null,
      target_version = null, patch = null, message = null
    where import_id = ${importId} and state <> 'excluded' and row ${engine.dialect.numbers(rows)}`,
});

/** Adds an issue behind those that the rows have. */
export function issueWrites(
  engine: Engine,
  importId: number,
  rows: { row: number; field: string | null }[],
  code: IssueCode,
): Write[] {
  if (rows.length === 0) return [];
  const { elements, pick } = engine.dialect;
  const { severity, message } = issue(code, null);
  return [
    {
      statement: sql`insert into import_issues (import_id, row, seq, field, code, severity, message)
        select ${int(importId)}, f.row,
          coalesce((select max(seq) + 1 from import_issues where import_id = ${importId} and row = f.row), 0),
          f.field, ${text(code)}, ${text(severity)}, ${text(message)}
        from (select ${pick(sql`e.value`, ['row'], 'integer')} as row, ${pick(sql`e.value`, ['field'], 'text')} as field
          from ${elements(json(rows))} e) f where not exists (select 1 from import_issues
          where import_id = ${importId} and row = f.row and code = ${code})`,
    },
  ];
}
