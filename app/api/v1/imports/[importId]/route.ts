import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId } from '@/app/parse';
import { notFound, wrongState } from '@/app/problem';
import { noted } from '@/lib/auth/audit';
import { cancelImport } from '@/lib/commit/cancel';
import { viewImport } from '@/lib/contracts/view-import';

type Params = { importId: string };

export const GET = route<Params>('imports:read', async (_request, { importId }) => {
  const { store } = await desk();
  const view = await viewImport(store, parseId(importId));
  if (!view) throw notFound();
  return Response.json(view);
});

/** Cancels before the commit, stops a running commit, deletes what is cancelled or failed. */
export const DELETE = route<Params>('imports:write', async (request, { importId }, who) => {
  const { store } = await desk();
  const id = parseId(importId);
  const result = await cancelImport(store, id, (what) =>
    noted(store, who, request.headers, what === 'deleted' ? 'import_deleted' : 'import_cancelled', {
      kind: 'import',
      id,
    }),
  );
  if (result === 'not_found') throw notFound();
  if (result === 'committed') throw wrongState('This import is committed. What it wrote stays.');
  if (result === 'deleted') return new Response(null, { status: 204 });
  return Response.json(await viewImport(store, id), { status: result === 'stopping' ? 202 : 200 });
});
