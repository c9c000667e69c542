import { desk } from '@/app/desk';
import { route } from '@/app/guard';

/** What administrators defined besides the fields that all desks have. */
export const GET = route('imports:read', async () => {
  const { store } = await desk();
  return Response.json({ attributes: await store.listAttributes() });
});
