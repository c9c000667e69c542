import { createHash } from 'node:crypto';
import { keyOf, type MovedRow, type MovedTable } from './moved-table';
import { MoveRefused } from './refused';
import type { Source } from './source';
import type { Target } from './target';

/**
 * Reads a table on both sides, in the order of its key, and makes a checksum of each.
 * @returns the number of rows and the SHA-256 over them, in hex
 * @throws MoveRefused where the sides differ
 */
export async function compareTable(source: Source, target: Target, table: MovedTable) {
  const [rows, copied] = [source.count(table), await target.count(table)];
  if (rows !== copied) throw new MoveRefused(`Table ${table.name} has ${rows} rows, and ${copied} in the copy.`);
  const [here, there] = [createHash('sha256'), createHash('sha256')];
  let after: string[] | undefined;
  for (const page of source.pages(table)) {
    const found = await target.read(table, after, page.length);
    here.update(written(page));
    there.update(written(found));
    after = found.length > 0 ? keyOf(table, found.at(-1)!) : after;
  }
  const checksum = here.digest('hex');
  if (checksum !== there.digest('hex')) throw new MoveRefused(`The rows of table ${table.name} differ in the copy.`);
  return { rows, checksum };
}

/** One line of JSON for each row: no two different tables give the same. */
const written = (rows: MovedRow[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
