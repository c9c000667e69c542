import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { MapPage } from '@/components/map/map-page';
import { MappingShown } from '@/components/map/mapping-shown';
import { RowsRemovedPage } from '@/components/report/rows-removed-page';
import { AttributesProvider } from '@/components/shell/attributes';
import { readId } from '@/components/shell/read-id';
import { may } from '@/lib/auth/actor';
import { attributesOf, viewImport } from '@/lib/contracts/view-import';
import { hasFile } from '@/lib/import-store';

export const metadata: Metadata = { title: 'Map' };

export default async function MapColumns({ params }: { params: Promise<{ importId: string }> }) {
  const who = await allowPage('imports:read');
  const id = readId((await params).importId);
  const { store } = await desk();
  const view = id ? await viewImport(store, id) : null;
  if (!view) notFound();
  const { state, totals } = view;
  if (state === 'committed' && view.rowsRemovedAt) {
    return <RowsRemovedPage view={view} at={view.rowsRemovedAt} current="map" />;
  }
  if (!hasFile(view)) redirect(`/imports/${view.id}/review`);
  const shown = async () => (
    <AttributesProvider attributes={await attributesOf(store, view.id)}>
      <MappingShown view={view} />
    </AttributesProvider>
  );
  if (state === 'committing' || state === 'committed') return shown();
  // Without rows there is nothing to check; the Upload page says what can be done.
  if (state === 'reading' || state === 'failed' || state === 'cancelled' || totals.rows === 0) {
    redirect(`/imports/${view.id}/intake`);
  }
  if (!may(who, 'imports:write')) return shown();
  return (
    <AttributesProvider attributes={await store.listAttributes()}>
      <MapPage key={view.revision} view={view} />
    </AttributesProvider>
  );
}
