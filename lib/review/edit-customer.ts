import { checkSource } from '../check/source';
import { editableAddresses, partOf, statedById } from '../customer/address-edit';
import type { StatedAddress } from '../customer/address-list';
import { type EditableAttribute, editableAttributes } from '../customer/attribute-edit';
import type { StatedAttribute } from '../customer/attribute-list';
import { attributePrefix, type Field, findField, type Value } from '../customer/fields';
import { keysOf } from '../customer/key';
import { normalise } from '../customer/normalise';
import { trimUnicode } from '../customer/trim-unicode';
import type { Patch } from '../customer-records';
import { issueCatalogue } from '../issue-catalogue';
import { type Issue, issue } from '../issues';
import type { Mapping } from '../mapping';
import { linkParents } from '../plan/parents';
import { IdBlock, planRows } from '../plan/plan-rows';
import type { Store } from '../store';
import { show, type Vault } from '../vault';

export type CustomerEdited =
  | { status: 'saved' | 'unchanged' }
  /** Only for a plan: what would change. */
  | { status: 'planned'; patch: Patch }
  | { status: 'not_found' }
  /** Someone changed the customer since the person looked. */
  | { status: 'differs' }
  /** Sentences by field; '' for the whole customer. */
  | { status: 'refused'; errors: Record<string, string> };

/** An edit by hand is planned like a row that updates its customer by id and clears what is blank. */
const mapping: Mapping = {
  columns: [],
  matchKey: 'id',
  mode: 'update',
  blank: 'clear',
  dateOrder: null,
  sourceSystem: null,
};

/**
 * Changes a customer by hand: the same checks, the same plan and the same ledger as an import.
 * @param texts field → text as typed; null or blank clears
 * @param version the version the person saw
 * @param more.plan nothing is written
 */
export async function editCustomer(
  store: Store,
  id: number,
  version: number,
  texts: Record<string, string | null>,
  { plan: onlyPlan = false } = {},
): Promise<CustomerEdited> {
  const [current, definitions] = await Promise.all([store.readCustomer(id), store.listAttributes()]);
  if (!current) return { status: 'not_found' };
  const attributes = new Map(
    editableAttributes(current.attributes, definitions).map((each) => [each.field.name, each]),
  );
  const names = Object.keys(texts);
  const addresses = current.addresses.map(({ number, type }) => ({ id: number, type }));
  const ofAddresses = new Map(
    editableAddresses(addresses).flatMap((address) => address.fields.map((field) => [field.name, field])),
  );
  const fieldOf = (name: string) => attributes.get(name)?.field ?? ofAddresses.get(name) ?? ownField(name);
  const unknown = names.filter((name) => !fieldOf(name));
  if (unknown.length > 0) {
    return {
      status: 'refused',
      errors: Object.fromEntries(unknown.map((name) => [name, `${name} cannot be edited.`])),
    };
  }
  const typed = new Map(names.map((name) => [fieldOf(name)!, texts[name] ?? null]));
  const checked = checkTexts(withoutUnseen(typed, current.values, store.vault), current.values, store.vault);
  const { issues } = checked;
  const stated = statedById(checked.values, addresses);
  if (!stated) return { status: 'refused', errors: { 'addresses.new.type': 'An address has to have a part besides.' } };
  const values = withAddressList(withAttributeList(checked.values, attributes), stated);
  // With what stays: half of a source pair can be typed too.
  const after = { ...current.values, ...values, id };
  if ('sourceSystem' in texts || 'sourceSystemId' in texts) checkSource(null, after, issues);
  const errors = errorsOf(issues);
  if (errors) return { status: 'refused', errors };
  const row = {
    row: 0,
    excluded: false,
    reserved: null,
    values: { ...values, id },
    issues,
    changed: [],
    keys: keysOf(after, 'id'),
  };
  const [plan] = linkParents(await planRows(store, mapping, [row], new IdBlock(store)), () => undefined);
  const refused = errorsOf(plan!.issues);
  if (refused) return { status: 'refused', errors: refused };
  if (plan!.disposition === 'skip') return { status: 'not_found' };
  if (plan!.target!.version !== version) return { status: 'differs' };
  if (onlyPlan) return { status: 'planned', patch: plan!.patch };
  if (plan!.disposition === 'unchanged') return { status: 'unchanged' };
  const { id: _, ...said } = plan!.values;
  return { status: (await store.commitEdit({ ...plan!, values: said })) ? 'saved' : 'differs' };
}

/** An id is a customer's for good, and a list is not typed. */
function ownField(name: string): Field | undefined {
  const field = findField(name);
  return field?.loose || field?.name === 'id' ? undefined : field;
}

type Texts = Map<Field, string | null>;

/** A sensitive value as it is shown, masked, says nothing new. */
const withoutUnseen = (texts: Texts, current: Record<string, Value>, vault: Vault): Texts =>
  new Map(
    [...texts].filter(([{ name, kind }, text]) => {
      const value = current[name];
      return kind !== 'sensitive' || typeof value !== 'string' || text !== show(vault, value);
    }),
  );

/** Attributes go as a list, which knows them by class and name; without a value one is taken away. */
function withAttributeList(
  values: Record<string, Value>,
  attributes: Map<string, EditableAttribute>,
): Record<string, Value> {
  const entries = Object.entries(values);
  const stated = entries.flatMap(([field, value]): StatedAttribute[] => {
    const { class: group, name, type } = attributes.get(field) ?? {};
    if (name === undefined) return [];
    return [{ class: group!, name, type: type!, value: value === null ? null : String(value) }];
  });
  const own = Object.fromEntries(entries.filter(([name]) => !name.startsWith(attributePrefix)));
  return stated.length === 0 ? own : { ...own, attributes: JSON.stringify(stated) };
}

/** So do addresses that are named by their ids. */
const withAddressList = (values: Record<string, Value>, stated: StatedAddress[]): Record<string, Value> => ({
  ...Object.fromEntries(Object.entries(values).filter(([name]) => partOf(name) === null)),
  ...(stated.length > 0 && { addresses: JSON.stringify(stated) }),
});

function checkTexts(
  texts: Texts,
  current: Record<string, Value>,
  vault: Vault,
): { values: Record<string, Value>; issues: Issue[] } {
  const values: Record<string, Value> = {};
  const issues: Issue[] = [];
  for (const [field, text] of texts) {
    const { name } = field;
    if (text === null || trimUnicode(text) === '') {
      values[name] = null;
      continue;
    }
    const country = (values.country ?? current.country ?? undefined) as string | undefined;
    const { value, code, message } = normalise(field, text, { dateOrder: null, country });
    const told = code === 'ambiguous_date' ? 'Enter the date as year-month-day, like 1984-02-28.' : message;
    if (code && issueCatalogue[code].severity === 'error') issues.push(issue(code, name, { message: told }));
    else values[name] = field.kind === 'sensitive' ? vault.seal(String(value)) : value;
  }
  return { values, issues };
}

function errorsOf(issues: Issue[]): Record<string, string> | null {
  const errors = issues.filter((found) => found.severity === 'error');
  return errors.length === 0 ? null : Object.fromEntries(errors.map((found) => [found.field ?? '', found.message]));
}
