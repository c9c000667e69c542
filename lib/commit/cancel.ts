import type { ImportRecord, ImportStore } from '../import-store';
import type { CommitStore } from '../store';

type Stores = ImportStore & Pick<CommitStore, 'requestStop'>;

export type Cancelled = 'cancelled' | 'stopping' | 'deleted' | 'not_found' | 'committed';

/** What `cancelImport` would come to now. */
export function planCancel({ state }: Pick<ImportRecord, 'state'>): Exclude<Cancelled, 'not_found'> {
  if (state === 'committed') return 'committed';
  if (state === 'committing') return 'stopping';
  return state === 'failed' || state === 'cancelled' ? 'deleted' : 'cancelled';
}

/**
 * Before the commit: the import is cancelled and nothing was written. During the commit: it stops after the chunk under
 * way, or with nothing written where it is to write all or nothing; unless all is written by then. One that is cancelled or failed already is deleted with its rows.
 * @param by the store by which it is done, for what it comes to
 */
export async function cancelImport(
  store: Stores,
  id: number,
  by: (what: 'cancelled' | 'deleted') => Stores = () => store,
): Promise<Cancelled> {
  const record = await store.readImport(id);
  if (!record) return 'not_found';
  const planned = planCancel(record);
  if (planned === 'committed') return planned;
  if (planned === 'stopping') return (await by('cancelled').requestStop(id)) ? 'stopping' : 'committed';
  if (planned === 'deleted') {
    await by('deleted').deleteImport(id);
    return planned;
  }
  const moved = await by('cancelled').moveImport(id, ['reading', 'mapping', 'checking', 'review'], 'cancelled', {
    changes: { finishedAt: Date.now() },
    restart: true,
  });
  return moved ? 'cancelled' : cancelImport(store, id, by);
}
