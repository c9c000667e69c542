import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody, parseId } from '@/app/parse';
import { asksForPlan } from '@/app/preferences';
import { notFound, Refused, wrongState } from '@/app/problem';
import { audit, noted } from '@/lib/auth/audit';
import { putMapping as body } from '@/lib/contracts/import-api';
import { viewImport } from '@/lib/contracts/view-import';
import { viewMappingPlan } from '@/lib/contracts/view-mapping-plan';
import { putMapping } from '@/lib/map/put-mapping';

/** Sets the mapping; every row is checked by it again. With `?plan=1` the answer is the import as it would be. */
export const PUT = route<{ importId: string }>(
  'imports:write',
  async (request, { importId }, who) => {
    const { store, ids } = await desk();
    const plan = asksForPlan(request);
    const { defaults, ...choice } = await parseBody(request, body);
    const id = parseId(importId);
    const by = noted(store, who, request.headers, 'import_mapped', { kind: 'import', id });
    const result = await putMapping(by, id, { ...choice, sourceSystem: defaults.sourceSystem || null }, { plan });
    if (result.status === 'problems') {
      throw new Refused(422, 'mapping_incomplete', result.problems[0]!, { problems: result.problems });
    }
    if (result.status === 'refused') {
      throw result.code === 'not_found'
        ? notFound()
        : wrongState('Columns can be mapped after reading and before the commit.');
    }
    if (result.status === 'planned') {
      await audit(store, who, request.headers, 'plan_asked', { kind: 'import', id }, { method: 'PUT' });
      return Response.json(await viewMappingPlan(store, ids, result.record));
    }
    return Response.json(await viewImport(store, id));
  },
  { readsQuery: true, plans: true },
);
