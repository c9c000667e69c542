import { openRoute } from '@/app/guard';
import { openApiDocument } from '@/lib/contracts/openapi/document';
import packageJson from '@/package.json';

let document: string | undefined;

/** The API as OpenAPI 3.1. It holds no data and is the same on every desk, so that a generator needs no key. */
export const GET = openRoute(async () => {
  document ??= JSON.stringify(openApiDocument(packageJson.version));
  return new Response(document, { headers: { 'content-type': 'application/json; charset=utf-8' } });
});
