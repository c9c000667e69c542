import { Readable } from 'node:stream';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId, parseQuery } from '@/app/parse';
import { notFound, wrongState } from '@/app/problem';
import { downloadHeaders } from '@/lib/report/download-headers';
import { reportCsv } from '@/lib/report/report-csv';

const query = z.object({ format: z.enum(['csv']).default('csv'), rows: z.enum(['all', 'failed']).default('all') });

/** The report, streamed. */
export const GET = route<{ importId: string }>('imports:read', async (request, { importId }) => {
  const { store } = await desk();
  const { rows } = parseQuery(request, query);
  const record = await store.readImport(parseId(importId));
  if (!record) throw notFound();
  if (record.state !== 'committed') throw wrongState('The report is there when the import is committed.');
  const name = `${record.fileName.replace(/\.[^.]+$/, '')} ${rows === 'all' ? 'report' : 'failed rows'}.csv`;
  const stream = Readable.toWeb(Readable.from(reportCsv(store, record, rows)).map((text: string) => Buffer.from(text)));
  return new Response(stream as ReadableStream, { headers: downloadHeaders(name) });
});
