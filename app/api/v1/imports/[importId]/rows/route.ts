import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId, parseQuery } from '@/app/parse';
import { expectRows, notFound } from '@/app/problem';
import { rowsQuery } from '@/lib/contracts/row-api';
import { viewRows } from '@/lib/contracts/view-rows';

export const GET = route<{ importId: string }>(
  'imports:read',
  async (request, { importId }) => {
    const { store } = await desk();
    const id = parseId(importId);
    const query = parseQuery(request, rowsQuery);
    const record = await store.readImport(id);
    if (!record) throw notFound();
    expectRows(record);
    return Response.json(await viewRows(store, id, query));
  },
  { readsQuery: true },
);
