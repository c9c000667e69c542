import { Readable } from 'node:stream';
import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseQuery } from '@/app/parse';
import { audit } from '@/lib/auth/audit';
import { auditLogQuery } from '@/lib/contracts/audit-api';
import { auditCsv, listAudit } from '@/lib/contracts/view-audit';
import { downloadHeaders } from '@/lib/report/download-headers';

/** What somebody typed may be anything, and the log keeps it for ever: of that only that it was asked by. */
const noted = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...query].map(([name, text]) => [name, name === 'actor' || name === 'objectId' ? 'given' : text]),
  );

/** The audit log, page by page, or all that fits the filter as a file. Having the file is itself written down. */
export const GET = route(
  'audit:read',
  async (request, _params, who) => {
    const { store } = await desk();
    const { format, ...filter } = parseQuery(request, auditLogQuery);
    if (format === 'json') return Response.json(await listAudit(store, filter));
    await audit(store, who, request.headers, 'audit_exported', undefined, noted(new URL(request.url).searchParams));
    const stream = Readable.toWeb(Readable.from(auditCsv(store, filter)).map((text: string) => Buffer.from(text)));
    return new Response(stream as ReadableStream, { headers: downloadHeaders('audit log.csv') });
  },
  { readsQuery: true },
);
