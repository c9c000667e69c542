import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId, parseQuery } from '@/app/parse';
import { nextQuery } from '@/lib/contracts/import-api';
import { nextRow } from '@/lib/contracts/view-rows';

/** The next row with an error, for F8; `null` when there is none. */
export const GET = route<{ importId: string }>('imports:read', async (request, { importId }) => {
  const { store } = await desk();
  const { back, ...query } = parseQuery(request, nextQuery);
  return Response.json(await nextRow(store, parseId(importId), { ...query, back: back ?? false }));
});
