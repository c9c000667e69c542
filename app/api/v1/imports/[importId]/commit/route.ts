import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId, parseQuery } from '@/app/parse';
import { wantsPlan } from '@/app/preferences';
import { notFound, Refused, wrongState } from '@/app/problem';
import { audit, noted } from '@/lib/auth/audit';
import { whyNotSubmitted } from '@/lib/commit/submit';
import { commitQuery, type TotalsView } from '@/lib/contracts/import-api';
import { submitAnswer } from '@/lib/contracts/submit-answer';
import { totalsOf } from '@/lib/contracts/totals';
import { viewImport } from '@/lib/contracts/view-import';

/** Submits the import: the given revision, or the newest. With `?plan=1` the answer says by its totals what that would do. */
export const POST = route<{ importId: string }>(
  'imports:write',
  async (request, { importId }, who) => {
    const { store } = await desk();
    const id = parseId(importId);
    const record = await store.readImport(id);
    if (!record) throw notFound();
    const by = noted(store, who, request.headers, 'import_submitted', { kind: 'import', id });
    const { revision = record.revision, atomic } = parseQuery(request, commitQuery);
    if (wantsPlan(request)) {
      if (record.state !== 'review') throw wrongState(details.wrong_state);
      const reason = await whyNotSubmitted(store, record, revision, { atomic: atomic === '1' });
      if (reason) throw refusal(reason, await totalsOf(store, record));
      await audit(store, who, request.headers, 'plan_asked', { kind: 'import', id }, { method: 'POST' });
      return Response.json(await viewImport(store, id));
    }
    const answer = await submitAnswer(by, id, revision, { atomic: atomic === '1' });
    if (answer.status !== 'refused') return Response.json(answer, { status: 202 });
    const { reason, totals } = answer;
    throw refusal(reason, totals);
  },
  { readsQuery: true, plans: true },
);

const refusal = (reason: keyof typeof details, totals: TotalsView) =>
  new Refused(statuses[reason] ?? 409, reason, details[reason], { totals });

const statuses: Record<string, number> = { too_many_rows: 422 };

const details = {
  stale: 'The import changed since you looked at it. Look at the new numbers and submit again.',
  wrong_state: 'An import can be submitted while it is in review.',
  has_errors: 'Rows have errors, so not all of them can be written. Correct or exclude them, or submit without atomic.',
  too_many_rows: 'This import has more rows than can be written all at once. Submit it without atomic.',
} as const;
