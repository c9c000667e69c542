import type { ImportStore } from '../import-store';

export type Cancelled = 'cancelled' | 'stopping' | 'deleted' | 'not_found' | 'committed';

/**
 * Before the commit: the import is cancelled and nothing was written. During the commit: it stops after the chunk under
 * way. One that is cancelled or failed already is deleted with its rows.
 * @param by the store by which it is done, for what it comes to
 */
export async function cancelImport(
  store: ImportStore,
  id: number,
  by: (what: 'cancelled' | 'deleted') => ImportStore = () => store,
): Promise<Cancelled> {
  const record = await store.readImport(id);
  if (!record) return 'not_found';
  if (record.state === 'committed') return 'committed';
  if (record.state === 'committing') {
    const asked = await by('cancelled').changeImport(id, ['committing'], { stopRequested: true });
    return asked ? 'stopping' : 'committed';
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
