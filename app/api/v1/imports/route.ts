import { receiveUpload } from '@/app/api/v1/imports/receive-upload';
import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseQuery } from '@/app/parse';
import { Refused } from '@/app/problem';
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
    const view = await viewImport(opened.store, id);
    if (!view) {
      const detail = `This file was uploaded as import ${id}, which was deleted. Upload it with another Idempotency-Key. Nothing was kept.`;
      throw new Refused(410, 'answer_removed', detail);
    }
    return Response.json(view, { status: 201, headers });
  },
  { readsQuery: true, once: false },
);
