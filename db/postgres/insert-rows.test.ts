import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withPostgres } from '../../lib/testing/postgres';
import { openPostgres } from './engine';

const { url } = withPostgres();
const texts = ['', '\x1e', 'a\x1fb', '{"a":"\\u0000 \\" é"}', '{,}', 'NULL', '\\', 'tab\tline\nreturn\r', '𝄞 null'];

it.each([{ list: [''] }, { list: texts }, { list: texts.toReversed() }])(
  'rows arrive as they are: $list',
  async ({ list }) => {
    const engine = openPostgres(url());
    const { importIssues: i } = engine.tables;
    const columns = [i.importId, i.row, i.seq, i.code, i.severity, i.message, i.field];
    const rows = list.map((text, at) => [1, at, 0, 'c', 's', text, at % 2 === 0 ? null : text]);
    await engine.writeAll([{ statement: sql`delete from import_issues` }, engine.dialect.insertRows(i, columns, rows)]);
    const stored = await engine.rows(
      sql`select import_id, row, seq, code, severity, message, field from import_issues order by row`,
    );
    expect(stored).toEqual(rows);
    await engine.close();
  },
);
