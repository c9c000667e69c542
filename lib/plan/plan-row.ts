import { derive } from '../customer/derive';
import { customerFields, type Value } from '../customer/fields';
import { isSameJson } from '../customer/json';
import type { LiveCustomer, Patch } from '../customer-records';
import { type Issue, issue } from '../issues';
import { feedsLists, type Mapping } from '../mapping';
import type { PlannedRow } from '../records';
import { planAddressList } from './address-list';
import { patchBetween } from './address-patch';
import { planAddresses } from './addresses';
import { planAttributes } from './attributes';
import type { CustomerIndex } from './customer-index';
import { withoutKnownCountries } from './known-country';
import { keyField, matchIssues } from './match-issues';
import { parentIssue, withParent } from './parents';

/** What the check says of a row, as far as planning needs it. */
export interface RowToPlan {
  row: number;
  excluded: boolean;
  /** Excluded because a customer was erased: nothing is kept of it. */
  erased?: boolean;
  reserved: PlannedRow['reserved'];
  values: Record<string, Value>;
  issues: Issue[];
  changed: string[];
  keys: string[];
}

/** Gives the id and uuid of a new customer; ids are never given twice. */
export type Reserve = () => { id: number; uuid: string };

/**
 * What submitting will do to one row: its disposition, and field by field what changes. Pure but for `reserve`.
 * Preview, edit and commit all go by the result. Source: docs/semantics.md.
 * @param index the customers as they are now, by key
 */
export function planRow(row: RowToPlan, mapping: Mapping, index: CustomerIndex, reserve: Reserve): PlannedRow {
  const plan: PlannedRow = {
    row: row.row,
    state: 'ok',
    disposition: null,
    ...withParent(row.values, row.keys, index),
    issues: row.issues,
    changed: row.changed,
    patch: {},
    target: null,
    reserved: row.reserved,
    addresses: {},
    derived: null,
    message: null,
  };
  if (row.excluded) return { ...plan, state: 'excluded', message: row.erased ? 'erased' : 'excluded' };
  if (hasError(row.issues)) return { ...plan, state: 'error' };

  const matches = mapping.matchKey === null ? [] : index.find(row.keys[0]!);
  const found = matches[0];
  // However many have it: nobody is matched, so nothing is ambiguous.
  if (found && mapping.mode === 'create' && mapping.known === 'error')
    return withIssues(plan, [issue('already_exists', keyField[mapping.matchKey!], exists)]);
  const open = withIssues(plan, [...matchIssues(row.values, mapping, matches, index), ...ownParent(plan, found)]);
  if (open.state === 'error') return open;
  if (mapping.mode === 'create' && found)
    return { ...open, disposition: 'skip', message: 'known', target: targetOf(found) };
  if (mapping.mode === 'update' && !found) return { ...open, disposition: 'skip', message: 'unknown' };
  return withEmailWarning(
    found ? planUpdate(open, found, mapping) : planCreate(open, reserve, mapping),
    mapping,
    index,
  );
}

/** In the words of the contract that asks for it, which has a number and a name for this. */
const exists = { message: '10142 CustomerAlreadyExists: A customer with this email exists already.' };

/** A customer that is there already can be seen to be its own parent here; others are by `linkParents`. */
function ownParent({ values }: PlannedRow, found: LiveCustomer | undefined): Issue[] {
  const { parent } = values;
  const wrong = found && typeof parent === 'number' && parentIssue(values, found.id, parent);
  return wrong ? [wrong] : [];
}

/** Most rows have none, and are then not copied. */
function withIssues(plan: PlannedRow, more: Issue[]): PlannedRow {
  const issues = more.length === 0 ? plan.issues : [...plan.issues, ...more];
  if (issues.length === 0) return plan;
  return { ...plan, issues, state: hasError(issues) ? 'error' : 'warning' };
}

/** What turned out to be none. */
const withoutIssues = (plan: PlannedRow, issues: Issue[]): PlannedRow =>
  issues === plan.issues ? plan : { ...plan, issues, state: issues.length === 0 ? 'ok' : plan.state };

const hasError = (issues: Issue[]) => issues.some((found) => found.severity === 'error');

const targetOf = ({ id, uuid, version }: LiveCustomer) => ({ id, uuid, version });

function planCreate(plan: PlannedRow, reserve: Reserve, mapping: Mapping): PlannedRow {
  const reserved = plan.reserved ?? reserve();
  const given = plan.values.id;
  const { targets, after, lists } = planTables({ addresses: [], attributes: [] }, plan.values, mapping);
  return {
    ...plan,
    disposition: 'create',
    reserved,
    target: { id: typeof given === 'number' ? given : reserved.id, uuid: reserved.uuid, version: 0 },
    addresses: targets,
    lists,
    derived: derive(plan.values, after),
  };
}

/** What the row does to the customer's addresses and attributes. */
function planTables(
  { addresses, attributes }: Pick<LiveCustomer, 'addresses' | 'attributes'>,
  values: Record<string, Value>,
  mapping: Mapping,
) {
  const { targets, after, patch: byColumns } = planAddresses(addresses, values, mapping);
  if (!feedsLists(mapping)) return { targets, after, patch: byColumns };
  const listed = planAddressList(after, values.addresses);
  // The history tells what came of both, not the way there.
  const patch = listed.targets.length === 0 ? byColumns : patchBetween(addresses, listed.after);
  const theirs = planAttributes(attributes, values, mapping.attributes ?? []);
  return {
    targets,
    after: listed.after,
    patch: { ...patch, ...theirs.patch },
    lists: { addresses: listed.targets, attributes: theirs.targets },
  };
}

function planUpdate(plan: PlannedRow, customer: LiveCustomer, mapping: Mapping): PlannedRow {
  const patch: Patch = {};
  const values = { ...customer.values };
  for (const [field, value] of Object.entries(plan.values)) {
    if (!own.has(field)) continue;
    const old = customer.values[field] ?? null;
    if (same(old, value) || (inJson.has(field) && old && value && isSameJson(String(old), String(value)))) continue;
    patch[field] = [old, value];
    values[field] = value;
  }
  const { targets, after, patch: more, lists } = planTables(customer, plan.values, mapping);
  Object.assign(patch, more);
  const target = targetOf(customer);
  const open = withoutIssues(plan, withoutKnownCountries(plan.issues, plan.values, { values, addresses: after }));
  if (Object.keys(patch).length === 0) return { ...open, disposition: 'unchanged', target };
  return { ...open, disposition: 'update', patch, target, addresses: targets, lists, derived: derive(values, after) };
}

/** Their texts may differ where they say the same. */
const inJson = new Set(customerFields.filter(({ kind }) => kind === 'json').map(({ name }) => name));

/** Fields that an update compares one by one. */
const own = new Set(customerFields.map(({ name }) => name).filter((name) => name !== 'id'));

/** Stored forms are compared, so equal means equal to the last letter; a blank is null. */
export const same = (old: Value, now: Value): boolean => (old === '' ? null : old) === now;

/** An address of email that another customer has too is worth a look, unless it is the match key. */
function withEmailWarning(plan: PlannedRow, mapping: Mapping, index: CustomerIndex): PlannedRow {
  const now = plan.disposition === 'create' ? plan.values.email : plan.patch.email?.[1];
  if (index.empty || mapping.matchKey === 'email' || !now || !index.emailOfAnother(now, plan.target?.id)) return plan;
  return { ...plan, state: 'warning', issues: [...plan.issues, issue('email_shared', 'email')] };
}
