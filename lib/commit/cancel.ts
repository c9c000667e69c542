import type { ImportStore } from '../import-store';
import type { CommitStore } from '../store';

type Stores = ImportStore & Pick<CommitStore, 'requestStop'>;

export type Cancelled = 'cancelled' | 'stopping' | 'deleted' | 'not_found' | 'committed';

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
  if (record.state === 'committed') return 'committed';
  if (record.state === 'committing') {
    return (await by('cancelled').requestStop(id)) ? 'stopping' : 'committed';
  }
  if (record.state === 'failed' || record.state === 'cancelled') {
    await by('deleted').deleteImport(id);
    return 'deleted';
  }
  const moved = await by('cancelled').moveImport(id, ['reading', 'mapping', 'checking', 'review'], 'cancelled', {
    changes: { finishedAt: Date.now() },
    restart: true,
  });
  return moved ? 'cancelled' : cancelImport(store, id, by);
}
