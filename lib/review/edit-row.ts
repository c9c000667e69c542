import { compileCheck } from '../check/check-row';
import { meansToState, statesSensitive } from '../customer/attribute-list';
import { storable } from '../customer/storable';
import { isBlankText } from '../customer/trim-unicode';
import type { ImportRecord } from '../import-store';
import { failOrphans, linkParents, waiting } from '../plan/parents';
import { IdBlock, planRows } from '../plan/plan-rows';
import { toPlan } from '../plan/to-plan';
import { withDuplicates } from '../plan/with-duplicates';
import type { EditWrite, PlannedRow, StagedRow } from '../records';
import { cellText } from '../row';
import { isSealed, mask } from '../sealed';
import type { Store } from '../store';
import { show, type Vault } from '../vault';
import { rowsSharingKeys } from './sharing-rows';

export interface Edit {
  /** field → text as typed */
  values?: Record<string, string>;
  /** field → the text the person saw */
  was?: Record<string, string>;
  excluded?: boolean;
}

export type Edited =
  | { status: 'saved'; alsoChanged: number[]; revision: number }
  /** Only for a plan: what would be written. */
  | { status: 'planned'; write: EditWrite }
  /** No such row, the import is not in review, or the field has no column. */
  | { status: 'refused'; code: 'not_found' | 'wrong_state' | 'unknown_field'; field?: string }
  /** Someone else changed the cell; the texts as they are now. */
  | { status: 'differs'; current: Record<string, string> };

/** Tries again this often when another edit came in between. */
const tries = 8;

/**
 * Changes cells of a row, or leaves the row out, and checks and plans it again at once, together with the rows that
 * share a key with it before or after.
 * @param more.plan nothing is written
 */
export async function editRow(
  store: Store,
  importId: number,
  row: number,
  edit: Edit,
  { plan = false } = {},
): Promise<Edited> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const record = await store.readImport(importId);
    if (!record) return { status: 'refused', code: 'not_found' };
    if (record.state !== 'review') return { status: 'refused', code: 'wrong_state' };
    const [staged] = await store.readStagedRows(importId, [row]);
    if (!staged) return { status: 'refused', code: 'not_found' };
    const changed = applyEdit(store.vault, record, staged, edit);
    if ('status' in changed) return changed;
    const { write, alsoChanged } = await planEdit(store, record, changed);
    if (plan) return { status: 'planned', write };
    if (await store.saveEdit(write)) return { status: 'saved', alsoChanged, revision: record.revision + 1 };
  }
  throw new Error('The row was changed by others too often to save this edit.');
}

interface Changed {
  staged: StagedRow;
  log: { column: number | null; old: string | null; now: string | null }[];
}

function applyEdit(vault: Vault, record: ImportRecord, staged: StagedRow, edit: Edit): Changed | Edited {
  const next = { ...staged, edits: { ...staged.edits }, excluded: edit.excluded ?? staged.excluded };
  const log: Changed['log'] = [];
  const differs: Record<string, string> = {};
  const columns = new Map(record.mapping!.columns.map((column) => [column.field, column.index]));
  for (const [field, text] of Object.entries(edit.values ?? {})) {
    const column = columns.get(field);
    if (column === undefined) return { status: 'refused', code: 'unknown_field', field };
    const cell = cellText(staged.cells[column]);
    const old = staged.edits[column] ?? cell ?? '';
    const seen = edit.was?.[field];
    const isProtected = record.facts!.sealed?.includes(column) === true;
    if (seen !== undefined && !isSeen(vault, old, seen, isProtected)) differs[field] = show(vault, old);
    const isSealedHere =
      isProtected ||
      (field === 'attributes' && (statesSensitive(text, record.mapping!.attributes) || meansToState(text)));
    const now = isSealedHere ? sealTyped(vault, text, [old, cell ?? '']) : text;
    if (isAsBefore(vault, cell, now, text, isProtected)) delete next.edits[column];
    else next.edits[column] = now;
    log.push({ column, old: storable(old), now: storable(now) });
  }
  if (Object.keys(differs).length > 0) return { status: 'differs', current: differs };
  if (next.excluded !== staged.excluded) {
    log.push({ column: null, old: String(staged.excluded), now: String(next.excluded) });
  }
  return { staged: next, log };
}

/**
 * What is sealed is seen masked. In a protected column a text in clear, as of who typed it a moment ago, says no more than its masked
 * form, or the answer would tell whoever tries whether their guess is right. A list of attributes is sealed for what was typed into
 * it, and known to who typed it.
 */
function isSeen(vault: Vault, text: string, seen: string, isProtected: boolean): boolean {
  const shown = show(vault, text);
  return seen === shown || (isProtected ? isSealed(text) && mask(seen) === shown : seen === show(vault, text, true));
}

/**
 * Whether the cell is as it was in the file, so that nothing is edited. In a protected column only who sends the masked form means
 * that: else it would be told of whoever types the right number.
 */
const isAsBefore = (
  vault: Vault,
  cell: string | null | undefined,
  now: string,
  typed: string,
  isProtected: boolean,
): boolean => now === cell && (!isProtected || !isSealed(now) || typed === show(vault, now));

/** Typed text, sealed. The masked form of what is there, or of what the file has, means that: undoing an edit sends it. */
function sealTyped(vault: Vault, text: string, known: string[]): string {
  const meant = known.find((token) => isSealed(token) && show(vault, token) === text);
  return meant ?? (isBlankText(text) ? text : vault.seal(text));
}

async function planEdit(
  store: Store,
  record: ImportRecord,
  { staged, log }: Changed,
): Promise<{ write: EditWrite; alsoChanged: number[] }> {
  const check = compileCheck(record.mapping!, record.facts!, store.vault);
  const first = toPlan(staged, check);
  const others = await rowsSharingKeys(store, record.id, staged.row, first.keys);
  const rows = [...others, staged].sort((one, other) => one.row - other.row);
  const toDo = rows.map((row) => (row === staged ? first : toPlan(row, check)));
  const planned = await planRows(store, record.mapping!, toDo, new IdBlock(store));
  const elsewhere = await findElsewhere(store, record.id, planned);
  const { plans: unlinked, owners } = withDuplicates(failOrphans(planned, elsewhere));
  const plans = linkParents(unlinked, elsewhere);
  const write = {
    importId: record.id,
    revision: record.revision,
    mapping: record.mapping!,
    row: staged.row,
    edits: staged.edits,
    excluded: staged.excluded,
    log,
    plans,
    owners,
  };
  return { write, alsoChanged: others.map((row) => row.row) };
}

/** The parents for which rows wait, among the rows of the import that are not planned with them. */
async function findElsewhere(
  store: Store,
  importId: number,
  plans: PlannedRow[],
): Promise<(key: string) => number | undefined> {
  const keys = plans.flatMap((plan) => waiting(plan) ?? []);
  if (keys.length === 0) return () => undefined;
  const own = new Set(plans.map(({ row }) => row));
  const found = await store.findTargets(importId, keys);
  return (key) => found.find((each) => each.key === key && !own.has(each.row))?.target;
}
