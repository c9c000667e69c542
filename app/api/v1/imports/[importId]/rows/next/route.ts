import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId, parseQuery } from '@/app/parse';
import { expectRows, notFound } from '@/app/problem';
import { nextQuery } from '@/lib/contracts/row-api';
import { nextRow } from '@/lib/contracts/view-rows';

/** The next row with an error, for F8; `null` when there is none. */
export const GET = route<{ importId: string }>(
  'imports:read',
  async (request, { importId }) => {
    const { store } = await desk();
    const id = parseId(importId);
    const { back, ...query } = parseQuery(request, nextQuery);
    const record = await store.readImport(id);
    if (!record) throw notFound();
    expectRows(record);
    return Response.json(await nextRow(store, id, { ...query, back: back ?? false }));
  },
  { readsQuery: true },
);
