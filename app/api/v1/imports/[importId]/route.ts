import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId } from '@/app/parse';
import { asksForPlan } from '@/app/preferences';
import { notFound, wrongState } from '@/app/problem';
import { audit, noted } from '@/lib/auth/audit';
import { cancelImport, planCancel } from '@/lib/commit/cancel';
import type { CancelPlan } from '@/lib/contracts/import-api';
import { viewImport } from '@/lib/contracts/view-import';

type Params = { importId: string };

export const GET = route<Params>('imports:read', async (_request, { importId }) => {
  const { store } = await desk();
  const view = await viewImport(store, parseId(importId));
  if (!view) throw notFound();
  return Response.json(view);
});

/** Cancels before the commit, stops a running commit, deletes what is cancelled or failed; `?plan=1` says which of it. */
export const DELETE = route<Params>(
  'imports:write',
  async (request, { importId }, who) => {
    const { store } = await desk();
    const id = parseId(importId);
    if (asksForPlan(request)) {
      const record = await store.readImport(id);
      if (!record) throw notFound();
      const would = planCancel(record);
      if (would === 'committed') throw committed();
      await audit(store, who, request.headers, 'plan_asked', { kind: 'import', id }, { method: 'DELETE' });
      return Response.json({ would } satisfies CancelPlan);
    }
    const result = await cancelImport(store, id, (what) =>
      noted(store, who, request.headers, what === 'deleted' ? 'import_deleted' : 'import_cancelled', {
        kind: 'import',
        id,
      }),
    );
    if (result === 'not_found') throw notFound();
    if (result === 'committed') throw committed();
    if (result === 'deleted') return new Response(null, { status: 204 });
    return Response.json(await viewImport(store, id), { status: result === 'stopping' ? 202 : 200 });
  },
  { readsQuery: true, plans: true },
);

const committed = () => wrongState('This import is committed. What it wrote stays.');
