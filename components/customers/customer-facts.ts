import type { CustomerView } from '@/lib/contracts/customer-api';
import { fieldOf } from '@/lib/contracts/customer-fields';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { titleOf } from '@/lib/customer/attribute-edit';
import { attributeField } from '@/lib/customer/attribute-field';
import { type Field, fields, type Value } from '@/lib/customer/fields';
import { nameOf } from './customer-name';
import { type Fact, lineFact } from './fact';
import { phoneForm } from './phone-form';
import { showKind, showValue } from './show-value';

/** The customers that another one names; null where there is none of that id any more. */
export interface Related {
  parent: CustomerView | null;
  billTo: CustomerView | null;
}

const inGroup = (group: Field['group']): Field[] => fields.filter((field) => field.group === group && !field.loose);

/** Contact first, then names: the order in which people look for them. */
export const contactFacts = (customer: CustomerView): Fact[] =>
  [...inGroup('Contact'), ...inGroup('Names')].flatMap((field) => factOf(customer, field));

/** Which customer it belongs to, who pays, and when. That it was deleted stands in the head of the page. */
export function accountFacts(customer: CustomerView, { parent, billTo }: Related): Fact[] {
  const links: Record<string, CustomerView | null> = { parent, billToCustomerId: billTo };
  return inGroup('Account')
    .filter(({ name }) => name !== 'deletedAt')
    .flatMap((field) => {
      const other = links[field.name];
      if (!other) return factOf(customer, field);
      const text = `${nameOf(other)} (${String(fieldOf(customer, field.name))})`;
      return { key: field.name, label: field.label, value: { kind: 'link', href: `/customers/${other.id}`, text } };
    });
}

/** Those that are defined by their labels, others by class and name; all with their type, which is part of what was sent. */
export const attributeFacts = ({ attributes }: CustomerView, definitions: readonly AttributeDefinition[]): Fact[] =>
  attributes.flatMap((attribute) => {
    const { class: group, name, type, value } = attribute;
    const definition = definitions.find((each) => each.class === group && each.name === name);
    const text = definition ? showKind(attributeField(definition).kind, value) : value;
    if (text === null) return [];
    const label = definition?.label ?? titleOf(attribute);
    return { key: JSON.stringify([group, name]), label, value: { kind: 'typed', text, type } };
  });

export const furtherFacts = (customer: CustomerView): Fact[] =>
  inGroup('Further data').flatMap((field) => factOf(customer, field));

export const identityFacts = (customer: CustomerView): Fact[] => [
  ...lineFact('id', 'ID', String(customer.id)),
  ...inGroup('Identity').flatMap((field) => (field.name === 'id' ? [] : factOf(customer, field))),
  ...lineFact('uuid', 'UUID', customer.uuid),
  ...lineFact('version', 'Version', String(customer.version)),
  { key: 'createdAt', label: 'Created', value: { kind: 'moment', at: customer.createdAt } },
  { key: 'updatedAt', label: 'Last changed', value: { kind: 'moment', at: customer.updatedAt } },
];

function factOf(customer: CustomerView, { name, label, kind }: Field): Fact[] {
  const given = fieldOf(customer, name);
  if (given === null || given === undefined || given === '' || (Array.isArray(given) && given.length === 0)) return [];
  const fact = (value: Fact['value']): Fact[] => [{ key: name, label, value }];
  if (kind === 'emails') return fact({ kind: 'emails', emails: given as string[] });
  if (kind === 'email') return fact({ kind: 'emails', emails: [String(given)] });
  if (kind === 'phone') return fact({ kind: 'phone', text: String(given), e164: phoneForm(customer, name) });
  if (kind === 'json') return fact({ kind: 'json', json: given });
  if (kind === 'timestamp') return fact({ kind: 'moment', at: String(given) });
  if (kind === 'sensitive') return fact({ kind: 'sensitive', field: name, masked: String(given) });
  if (name === 'parent') return fact({ kind: 'lines', lines: [`${given}, which is no customer any more`] });
  return lineFact(name, label, showValue(name, given as Value));
}
