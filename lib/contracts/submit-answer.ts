import { randomUUID } from 'node:crypto';
import { submit } from '../commit/submit';
import { limits } from '../limits';
import { sealsOf } from '../review/shown-cells';
import type { Store } from '../store';
import type { SubmitAnswer } from './import-api';
import { noTotals, totalsOf } from './totals';
import { viewRow } from './view-rows';

/** Submits an import and says what came of it, row by row where it was committed at once. */
export async function submitAnswer(
  store: Store,
  importId: number,
  revision: number,
  more: { atomic?: boolean } = {},
): Promise<SubmitAnswer> {
  const submitted = await submit(store, importId, revision, randomUUID(), more);
  if (submitted.status === 'started') return submitted;
  const record = await store.readImport(importId);
  const totals = record ? await totalsOf(store, record) : noTotals(0);
  if (submitted.status === 'refused') return { ...submitted, totals };
  return { ...submitted, totals, rows: await committedRows(store, importId) };
}

async function committedRows(store: Store, importId: number) {
  const seals = sealsOf(store.vault, await store.readImport(importId));
  const rows = await store.readRows(importId, {}, 0, limits.submitInline);
  return rows.map((shown) => {
    const { row, outcome, customerId, patch, message } = viewRow(shown, seals);
    const changed = outcome === 'updated' || outcome === 'created' ? Object.keys(patch) : [];
    return {
      row,
      outcome: outcome ?? 'skipped',
      changed,
      ...(customerId ? { customerId } : {}),
      ...(message ? { message } : {}),
    };
  });
}
