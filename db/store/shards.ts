import { and, eq, sql } from 'drizzle-orm';
import type { RowRange, Shard } from '../../lib/job-store';
import type { ShardStore, ShardsOf } from '../../lib/staging-store';
import type { Engine } from '../engine';
import type { Tables } from '../tables';
import type { Write } from '../write';
import { int, json, text } from './casts';

export function shardStore(engine: Engine): ShardStore {
  const { importShards, imports } = engine.tables;
  return {
    splitRows: (importId) => rowRanges(engine, importId, engine.shardRows),

    async openShards(of, ranges, { after, jobs } = {}) {
      const end: Write[] = after ? [moveCursor(after, after.toRow)] : [];
      return (await engine.writeAll([...end, insertShards(engine, of, ranges)], jobs)) !== null;
    },

    async takeShard(of, fromRow, lease) {
      const written = await engine.writeAll([
        {
          statement: engine.db
            .update(importShards)
            .set({ lease })
            .where(and(isShard(engine, of, fromRow), sql`${importShards.generation} = (${generationNow(of.importId)})`))
            .returning({ toRow: importShards.toRow, cursor: importShards.cursor, counters: importShards.counters }),
        },
      ]);
      const [row] = written![0]!.rows as [number, number, string][];
      if (!row) return null;
      return { ...of, fromRow, toRow: row[0], cursor: row[1], counters: JSON.parse(row[2]), lease };
    },

    async readShards(importId) {
      const rows = await engine.db
        .select()
        .from(importShards)
        .innerJoin(imports, and(eq(imports.id, importShards.importId), eq(imports.generation, importShards.generation)))
        .where(eq(importShards.importId, importId))
        .orderBy(importShards.fromRow);
      return rows.map((row) => shard(row.import_shards));
    },

    async rowAfter({ importId, cursor, toRow }, count) {
      const [row] = await engine.rows(sql`select max(row) from (select row from import_rows
        where import_id = ${importId} and row > ${cursor} and row <= ${toRow} order by row limit ${count}) r`);
      return (row?.[0] as number | null) ?? toRow;
    },
  };
}

/** The rows of an import in ranges of so many. The first begins at row 1, the last ends at the last row. */
export async function rowRanges(engine: Engine, importId: number, size: number): Promise<RowRange[]> {
  const [[count]] = (await engine.rows(
    sql`select coalesce(max(position) + 1, 0) from import_rows where import_id = ${importId}`,
  )) as [[number]];
  if (count === 0) return [{ fromRow: 1, toRow: 0 }];
  const ends: number[] = [];
  for (let at = size; at < count; at += size) ends.push(at - 1);
  ends.push(count - 1);
  const rows = (await engine.rows(sql`select row from import_rows
    where import_id = ${importId} and position ${engine.dialect.numbers(ends)} order by row`)) as [number][];
  return rows.map(([toRow], at) => ({ fromRow: at === 0 ? 1 : rows[at - 1]![0] + 1, toRow }));
}

/** Shards that nobody has yet; all of them or none, for one that is there stops the transaction. */
export const insertShards = (engine: Engine, { importId, generation, phase }: ShardsOf, ranges: RowRange[]): Write => {
  const { elements, pick } = engine.dialect;
  const bound = (name: string) => pick(sql`e.value`, [name], 'integer');
  return {
    statement: sql`insert into import_shards (import_id, generation, phase, from_row, to_row, cursor, lease, counters)
      select ${int(importId)}, ${int(generation)}, ${text(phase)}, ${bound('fromRow')}, ${bound('toRow')}, ${bound('fromRow')} - 1, '', '{}'
      from ${elements(json(ranges))} e where ${generation} = (${generationNow(importId)})
      on conflict do nothing`,
    expect: ranges.length,
  };
};

/** The guard against doing a chunk twice or too late: cursor, lease and generation must be what they were when it began. */
export const moveCursor = (of: Shard, toRow: number, counters?: Record<string, number>): Write => ({
  statement: sql`update import_shards set cursor = ${toRow}
    ${counters ? sql`, counters = ${JSON.stringify(counters)}` : sql``}
    where import_id = ${of.importId} and generation = ${of.generation} and phase = ${of.phase}
      and from_row = ${of.fromRow} and cursor = ${of.cursor} and lease = ${of.lease}
      and generation = (${generationNow(of.importId)})`,
  expect: 1,
});

const generationNow = (importId: number) => sql`select i.generation from imports i where i.id = ${importId}`;

const isShard = ({ tables: { importShards: s } }: Engine, of: ShardsOf, fromRow: number) =>
  and(eq(s.importId, of.importId), eq(s.generation, of.generation), eq(s.phase, of.phase), eq(s.fromRow, fromRow));

const shard = (row: Tables['importShards']['$inferSelect']): Shard => ({
  importId: row.importId,
  generation: row.generation,
  phase: row.phase as Shard['phase'],
  fromRow: row.fromRow,
  toRow: row.toRow,
  cursor: row.cursor,
  lease: row.lease,
  counters: JSON.parse(row.counters),
});
