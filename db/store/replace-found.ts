import { sql } from 'drizzle-orm';
import type { Found } from '../../lib/erase/found';
import type { ImportRecord } from '../../lib/import-store';
import type { Engine } from '../engine';
import type { Write } from '../write';

/** Replaces what an import keeps of its file beside the rows. @returns false when it is another by now than was looked at */
export const replaceFound = async (engine: Engine, of: ImportRecord, found: Found): Promise<boolean> =>
  (await engine.writeAll([foundWrite(of, found)])) !== null;

/** The same as a part of more: it notes too that the file has to go. */
export const foundWrite = (of: ImportRecord, { facts, profiles }: Found): Write => ({
  statement: sql`update imports set revision = revision + 1, file_removed_at = coalesce(file_removed_at, ${Date.now()}),
      facts = ${facts && JSON.stringify(facts)}, profiles = ${JSON.stringify(profiles)}
    where id = ${of.id} and revision = ${of.revision} and state = ${of.state} and generation = ${of.generation}`,
  expect: 1,
});
