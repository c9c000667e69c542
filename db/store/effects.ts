import type { ChunkResult } from '../../lib/store';
import { type Engine, UniqueTaken } from '../engine';
import type { Write } from '../write';
import { type Chunk, markConflicts, upsertCustomers, writeAddresses, writeLedger, writeOutcomes } from './commit-chunk';
import { writeLists } from './commit-lists';

/**
 * What carries out a chunk, in its order (docs/decisions/commit-chunk.md).
 * @param more.conflicts whether a customer that changed meanwhile becomes an outcome; else nothing is written then
 */
export const effects = (chunk: Chunk, { conflicts = true } = {}): Write[] => [
  ...chunk.dialect.locks(chunk.planned, chunk.importId).map((statement) => ({ statement })),
  { statement: markConflicts(chunk), ...(conflicts ? {} : { expect: 0 }) },
  ...[...writeLedger(chunk), ...upsertCustomers(chunk), ...writeAddresses(chunk), ...writeLists(chunk)].map(
    (statement) => ({ statement }),
  ),
  { statement: writeOutcomes(chunk) },
];

/** Writes what may meet a unique key, or be too late. */
export async function attempt(engine: Engine, writes: Write[]): Promise<ChunkResult> {
  try {
    return (await engine.writeAll(writes)) === null ? 'moved' : 'done';
  } catch (error) {
    if (error instanceof UniqueTaken) return 'clash';
    throw error;
  }
}
