import { type SQL, sql } from 'drizzle-orm';
import type { Found } from '../../lib/erase/found';
import type { ImportRecord } from '../../lib/import-store';
import { withoutNames } from '../../lib/mapping';
import { cellText } from '../../lib/row';
import type { Engine } from '../engine';
import type { Write } from '../write';
import { foundWrite } from './replace-found';

/** States in which rows may still be committed: what is erased must be left out of that. */
const before = new Set<ImportRecord['state']>(['mapping', 'review']);

/**
 * Takes everything out of rows but that they are there and what became of them, and notes that the file has to go.
 * @param of the import as it was looked at
 * @returns false when it is another by now
 */
export async function eraseRows(engine: Engine, of: ImportRecord, rows: number[]): Promise<boolean> {
  const { dialect } = engine;
  const which = (column: SQL) => sql`import_id = ${of.id} and ${column} ${dialect.numbers(rows)}`;
  const own = which(sql`row`);
  const texts = await readTexts(engine, of, rows);
  const list: Write[] = [
    foundWrite(of, foundWithoutRows(of, texts, rows)),
    { statement: sql`delete from import_issues where ${own}` },
    {
      statement: sql`delete from import_keys where import_id = ${of.id} and (key, row) in
        (select k.value, p.row from import_plans p join ${dialect.elements(sql`p.keys`)} k on true
          where p.import_id = ${of.id} and p.row ${dialect.numbers(rows)})`,
    },
    { statement: erasePlans(of, own) },
    { statement: sql`delete from edit_log where ${own}` },
    { statement: sql`delete from import_edits where ${own}` },
    ...(before.has(of.state) ? [{ statement: excludeRows(of, own) }] : []),
    { statement: sql`update import_rows set cells = '[]', faults = null, search = null where ${own}` },
    {
      statement: sql`update import_outcomes set customer_id = null, reason = 'erased' where row ${dialect.numbers(rows)}
        and operation_id in (select id from operations where import_id = ${of.id})`,
    },
  ];
  return (await engine.writeAll(list)) !== null;
}

/** Samples and the top of the sheet are kept beside the rows: what they have of these goes with them. */
const foundWithoutRows = ({ facts, profiles }: Found, texts: Set<string>, rows: number[]): Found => ({
  facts: facts && { ...withoutNames(facts), preview: facts.preview.filter(({ row }) => !rows.includes(row)) },
  profiles: profiles.map((profile) => ({
    ...profile,
    samples: profile.samples.filter((sample) => !texts.has(sample)),
  })),
});

/** The cells of rows, in full and as long as a sample is. */
async function readTexts(engine: Engine, of: ImportRecord, rows: number[]): Promise<Set<string>> {
  const found = (await engine.rows(sql`select cells from import_rows
    where import_id = ${of.id} and row ${engine.dialect.numbers(rows)}`)) as [string][];
  const longest = Math.max(0, ...of.profiles.flatMap(({ samples }) => samples.map(({ length }) => length)));
  return new Set(
    found.flatMap(([cells]) =>
      JSON.parse(cells).flatMap((cell: string) => [cellText(cell) ?? '', (cellText(cell) ?? '').slice(0, longest)]),
    ),
  );
}

/** What was counted of a row that is committed stays counted. */
const erasePlans = ({ state }: ImportRecord, own: SQL): SQL => sql`update import_plans set
    ${before.has(state) ? sql`state = 'excluded', disposition = null,` : sql``}
    plan = '[[],null,null]', changed = null, patch = null, keys = '[]', target = null, target_version = null,
    reserved_id = null, reserved_uuid = null, message = 'erased' where ${own}`;

const excludeRows = (
  { id }: ImportRecord,
  own: SQL,
): SQL => sql`insert into import_edits (import_id, row, edits, excluded, search)
  select ${sql.raw(String(id))}, row, '{}', 1, '' from import_rows where ${own}`;
