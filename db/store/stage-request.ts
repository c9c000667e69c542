import { fold } from '../../lib/customer/search';
import { partsOf } from '../../lib/parts-of';
import type { NewRequest } from '../../lib/request-store';
import type { ImportState } from '../../lib/steps';
import { takeTurns } from '../../lib/take-turns';
import type { Engine, NewImportWrite } from '../engine';
import type { Write } from '../write';
import { rowsWrite } from './staging';

/** The import of a request and its rows. The first statement returns the number. */
export async function stageRequest(
  engine: Engine,
  of: NewRequest,
  state: ImportState,
  { submittedAt = null, packed }: { submittedAt?: number | null; packed: boolean },
): Promise<Write[]> {
  const { imports } = engine.tables;
  const insert = engine.db
    .insert(imports)
    .values(importOf(of, state, submittedAt))
    .returning({ id: imports.id });
  const writes: Write[] = [{ statement: insert, expect: 1 }];
  const made = engine.dialect.made('imports');
  if (!packed) return [...writes, rowsWrite(engine, made, of.rows, 0)];
  const turn = takeTurns();
  let first = 0;
  for (const part of partsOf(of.rows)) {
    writes.push(engine.packed(rowsWrite(engine, made, part, first)));
    first += part.length;
    await turn();
  }
  return writes;
}

/** The import that a request becomes. */
export const importOf = (
  { mapping, facts, profiles, rows, ...rest }: NewRequest,
  state: ImportState,
  submittedAt: number | null = null,
): NewImportWrite['values'] => ({
  ...rest,
  state,
  fileNameKey: fold(rest.fileName),
  fileKey: '',
  fileSecret: '',
  pauseAtMapping: false,
  intake: '{}',
  choices: '{}',
  facts: JSON.stringify(facts),
  profiles: JSON.stringify(profiles),
  mapping: JSON.stringify(mapping),
  rows: rows.length,
  revision: 1,
  generation: 1,
  createdAt: Date.now(),
  submittedAt: state === 'committing' ? Date.now() : submittedAt,
  finishedAt: submittedAt,
  stopRequested: false,
});
