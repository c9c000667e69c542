import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId } from '@/app/parse';
import { expectRows, notFound } from '@/app/problem';
import { issueGroups } from '@/lib/contracts/view-rows';

/** Issues by cause, with counts. */
export const GET = route<{ importId: string }>('imports:read', async (_request, { importId }) => {
  const { store } = await desk();
  const id = parseId(importId);
  const record = await store.readImport(id);
  if (!record) throw notFound();
  expectRows(record);
  return Response.json(await issueGroups(store, id));
});
