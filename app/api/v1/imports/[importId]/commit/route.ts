import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId, parseQuery } from '@/app/parse';
import { notFound, Refused } from '@/app/problem';
import { noted } from '@/lib/auth/audit';
import { commitQuery } from '@/lib/contracts/import-api';
import { submitAnswer } from '@/lib/contracts/submit-answer';

/** Submits the import: the given revision, or the newest. */
export const POST = route<{ importId: string }>('imports:write', async (request, { importId }, who) => {
  const { store } = await desk();
  const id = parseId(importId);
  const record = await store.readImport(id);
  if (!record) throw notFound();
  const by = noted(store, who, request.headers, 'import_submitted', { kind: 'import', id });
  const answer = await submitAnswer(by, id, parseQuery(request, commitQuery).revision ?? record.revision);
  if (answer.status !== 'refused') return Response.json(answer, { status: 202 });
  const detail =
    answer.reason === 'stale'
      ? 'The import changed since you looked at it. Look at the new numbers and submit again.'
      : 'An import can be submitted while it is in review.';
  throw new Refused(409, answer.reason, detail, { totals: answer.totals });
});
