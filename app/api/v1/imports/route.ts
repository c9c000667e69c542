import { receiveUpload } from '@/app/api/v1/imports/receive-upload';
import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseQuery } from '@/app/parse';
import { noted } from '@/lib/auth/audit';
import { importsQuery, uploadQuery } from '@/lib/contracts/import-api';
import { listImports, viewImport } from '@/lib/contracts/view-import';

export const GET = route(
  'imports:read',
  async (request) => {
    const { store } = await desk();
    return Response.json(await listImports(store, parseQuery(request, importsQuery)));
  },
  { readsQuery: true },
);

/** Takes the file's bytes; reading goes on in the worker. */
export const POST = route(
  'imports:write',
  async (request, _params, who) => {
    const options = parseQuery(request, uploadQuery);
    const opened = await desk();
    const store = noted(opened.store, who, request.headers, 'import_uploaded', { kind: 'import' });
    const id = await receiveUpload({ ...opened, store }, request, options, who);
    const headers = { location: `/api/v1/imports/${id}`, 'x-import-id': String(id) };
    return Response.json(await viewImport(opened.store, id), { status: 201, headers });
  },
  { readsQuery: true, once: false },
);
