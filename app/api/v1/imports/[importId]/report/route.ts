import { Readable } from 'node:stream';
import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId, parseQuery } from '@/app/parse';
import { expectRows, notFound, wrongState } from '@/app/problem';
import { may } from '@/lib/auth/actor';
import { audit } from '@/lib/auth/audit';
import { reportQuery } from '@/lib/contracts/import-api';
import { reportJson } from '@/lib/contracts/report-json';
import { downloadHeaders } from '@/lib/report/download-headers';
import { reportCsv } from '@/lib/report/report-csv';
import { reportXlsx } from '@/lib/report/report-xlsx';

/** The report, streamed. */
export const GET = route<{ importId: string }>(
  'imports:read',
  async (request, { importId }, who) => {
    const { store } = await desk();
    const { rows, format } = parseQuery(request, reportQuery);
    const record = await store.readImport(parseId(importId));
    if (!record) throw notFound();
    if (record.state !== 'committed') throw wrongState('The report is there when the import is committed.');
    expectRows(record);
    const clear = may(who, 'sensitive:read');
    const details = { rows, format, sensitive: clear && format !== 'json' };
    await audit(store, who, request.headers, 'report_downloaded', { kind: 'import', id: record.id }, details);
    const name = `${record.fileName.replace(/\.[^.]+$/, '')} ${rows === 'all' ? 'report' : 'failed rows'}.${format}`;
    const bytes = {
      csv: () => inBytes(reportCsv(store, record, rows, { clear })),
      json: () => inBytes(reportJson(store, record, rows)),
      xlsx: () => reportXlsx(store, record, rows, { clear }),
    }[format]();
    return new Response(Readable.toWeb(bytes) as ReadableStream, { headers: downloadHeaders(name, format) });
  },
  { readsQuery: true },
);

const inBytes = (texts: AsyncIterable<string>): Readable =>
  Readable.from(texts).map((text: string) => Buffer.from(text));
