import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody, parseId } from '@/app/parse';
import { notFound, Refused, wrongState } from '@/app/problem';
import { noted } from '@/lib/auth/audit';
import { putMapping as body } from '@/lib/contracts/import-api';
import { viewImport } from '@/lib/contracts/view-import';
import { putMapping } from '@/lib/map/put-mapping';

/** Sets the mapping; every row is checked by it again. */
export const PUT = route<{ importId: string }>('imports:write', async (request, { importId }, who) => {
  const { store } = await desk();
  const { defaults, ...choice } = await parseBody(request, body);
  const id = parseId(importId);
  const by = noted(store, who, request.headers, 'import_mapped', { kind: 'import', id });
  const result = await putMapping(by, id, { ...choice, sourceSystem: defaults.sourceSystem || null });
  if (result.status === 'problems') {
    throw new Refused(422, 'mapping_incomplete', result.problems[0]!, { problems: result.problems });
  }
  if (result.status === 'refused') {
    throw result.code === 'not_found'
      ? notFound()
      : wrongState('Columns can be mapped after reading and before the commit.');
  }
  return Response.json(await viewImport(store, id));
});
