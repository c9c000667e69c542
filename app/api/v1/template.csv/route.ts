import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { downloadHeaders } from '@/lib/report/download-headers';
import { templateCsv } from '@/lib/report/template-csv';

export const GET = route('imports:read', async () => {
  const { store } = await desk();
  return new Response(templateCsv(await store.listAttributes()), {
    headers: downloadHeaders('customers template.csv'),
  });
});
