import { route } from '@/app/guard';
import { downloadHeaders } from '@/lib/report/download-headers';
import { templateCsv } from '@/lib/report/template-csv';

export const GET = route(
  'imports:read',
  async () => new Response(templateCsv(), { headers: downloadHeaders('customers template.csv') }),
);
