import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody, parseId } from '@/app/parse';
import { asksForPlan } from '@/app/preferences';
import { notFound, Refused, wrongState } from '@/app/problem';
import { audit, noted } from '@/lib/auth/audit';
import { type PatchAnswer, patchRow } from '@/lib/contracts/row-api';
import { viewEditPlan } from '@/lib/contracts/view-edit-plan';
import { viewImport } from '@/lib/contracts/view-import';
import { viewRow } from '@/lib/contracts/view-rows';
import { type Edited, editRow } from '@/lib/review/edit-row';
import { sealsOf } from '@/lib/review/shown-cells';

/** Edits cells of a row, or leaves it out; it is checked and planned again at once. With `?plan=1` nothing is written. */
export const PATCH = route<{ importId: string; row: string }>(
  'imports:write',
  async (request, params, who) => {
    const { store } = await desk();
    const plan = asksForPlan(request);
    const edit = await parseBody(request, patchRow);
    const [id, number] = [parseId(params.importId), parseId(params.row)];
    const by = noted(store, who, request.headers, 'rows_edited', { kind: 'import', id }, { row: number });
    const edited = await editRow(by, id, number, edit, { plan });
    if (edited.status === 'planned') {
      await audit(store, who, request.headers, 'plan_asked', { kind: 'import', id }, { method: 'PATCH', row: number });
      return Response.json(await viewEditPlan(store, edited.write));
    }
    if (edited.status !== 'saved') throw refusal(edited);
    const [view, row, record] = await Promise.all([
      viewImport(store, id),
      store.readRow(id, number),
      store.readImport(id),
    ]);
    const { alsoChanged } = edited;
    return Response.json({
      row: viewRow(row!, sealsOf(store.vault, record)),
      alsoChanged,
      totals: view!.totals,
      revision: view!.revision,
    } satisfies PatchAnswer);
  },
  { readsQuery: true, plans: true },
);

function refusal(edited: Exclude<Edited, { status: 'saved' | 'planned' }>): Refused {
  if (edited.status === 'differs') {
    const detail = 'Someone else changed this cell in the meantime. Look at it and decide again.';
    return new Refused(409, 'differs', detail, { current: edited.current });
  }
  if (edited.code === 'not_found') return notFound('row');
  if (edited.code === 'unknown_field') {
    return new Refused(422, 'unknown_field', `No column of this file feeds ${edited.field}.`);
  }
  return wrongState('Rows can be edited while the import is in review.');
}
