import { z } from 'zod';
import type { CustomerView } from '@/lib/contracts/customer-api';
import { fieldOf } from '@/lib/contracts/customer-fields';
import { editableAddresses, partOf } from '@/lib/customer/address-edit';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { editableAttributes } from '@/lib/customer/attribute-edit';
import { addressPrefixes, addressTypes, type Field, fieldGroups, fields, type PartName } from '@/lib/customer/fields';
import { fieldSchema } from '@/lib/customer/schema';
import { keyOf } from './edit-key';

/** Values of the form by key. */
export type FormValues = Record<string, string>;

export interface EditField extends Field {
  key: string;
  /** Where it stands in the form: its group, or the address that it is a part of. */
  section: string;
  /** What the input is called inside of its section. */
  title: string;
}

export interface EditGroupFields {
  section: string;
  /** In view, and behind “More parts”. */
  fields: EditField[];
  more: EditField[];
  /** One of many of its kind: not in view, although it is filled. */
  folded: boolean;
}

/** Everything of a customer that a person may change by hand. The ID belongs to the customer for good. */
export function editFields(customer: CustomerView, attributes: readonly AttributeDefinition[]): EditField[] {
  const own = fields.filter(({ name, loose }) => name !== 'id' && !loose);
  const defined = editableAttributes(customer.attributes, attributes).map(({ field }) => field);
  return [
    ...[...own, ...defined].map((field) => ({
      ...{ ...field, key: keyOf(field.name), section: field.group },
      title: field.address ? partLabel(field) : field.label,
    })),
    ...otherAddresses(customer).flatMap(({ title, fields: parts }) =>
      parts.map((field) => ({ ...field, key: keyOf(field.name), section: title, title: partLabel(field) })),
    ),
  ];
}

const partLabel = ({ label }: Field): string => label.slice(label.lastIndexOf(' · ') + 3);

const groups = new Set<string>(fieldGroups);

/** Those that no group of fields is about, and a new one. A type may be called as a group is. */
function otherAddresses(customer: CustomerView) {
  const shown = addressPrefixes.map((prefix) => addressOf(customer, prefix)?.id);
  return editableAddresses(customer.addresses)
    .filter(({ id }) => id === 'new' || !shown.includes(id))
    .map((address) => (groups.has(address.title) ? { ...address, title: `${address.title} ${address.id}` } : address));
}

/** Addresses that no group of fields is about; where there are more, they are folded. */
const mostInView = 3;

/** The parts of an address that most have. */
const common = new Set([
  'type',
  'street',
  'number',
  'numberExtension',
  'postalCode',
  'city',
  'region',
  'country',
  'company',
]);

export function editGroups(all: EditField[]): EditGroupFields[] {
  const isCommon = ({ name, address }: EditField) => {
    const part = address ? name.slice(address.length + 1) : partOf(name);
    return part === null || common.has(part);
  };
  const sections = Map.groupBy(all, ({ section }) => section);
  const others = [...sections.keys()].filter((section) => !groups.has(section)).length - 1;
  const folded = others > mostInView;
  return [...new Set([...fieldGroups, ...sections.keys()])].flatMap((section) => {
    const its = sections.get(section);
    if (!its) return [];
    const more = its.filter((field) => !isCommon(field));
    return [{ section, fields: its.filter(isCommon), more, folded: folded && !groups.has(section) }];
  });
}

/** The rules of all fields. What stays as it was is not looked at: it may be older than its rule, or masked. */
export const editSchema = (all: EditField[], before: FormValues): z.ZodType<FormValues, FormValues> =>
  z.object(
    Object.fromEntries(
      all.map((field) => {
        const rule = fieldSchema(field);
        const changed = z.string().superRefine((text, check) => {
          if (text === before[field.key]) return;
          for (const { message } of rule.safeParse(text).error?.issues ?? []) {
            check.addIssue({ code: 'custom', message });
          }
        });
        return [field.key, changed];
      }),
    ),
  ) as unknown as z.ZodType<FormValues, FormValues>;

/** The customer as texts, blank where there is nothing. An address group shows the address that an edit would change. */
export function formValues(
  customer: CustomerView,
  all: EditField[],
  attributes: readonly AttributeDefinition[],
): FormValues {
  const values = new Map(
    editableAttributes(customer.attributes, attributes).map(({ field, value }) => [field.name, value] as const),
  );
  return Object.fromEntries(
    all.map(({ name, key, kind, address, group }) => {
      if (group === 'Attributes') return [key, values.get(name) ?? ''];
      if (partOf(name) !== null) return [key, partOfAddress(customer, name)];
      if (!address) return [key, textOf(kind, fieldOf(customer, name))];
      return [key, addressOf(customer, address)?.[name.slice(address.length + 1) as PartName] ?? ''];
    }),
  );
}

function textOf(kind: Field['kind'], given: unknown): string {
  if (given === null || given === undefined) return '';
  if (kind === 'emails') return (given as string[]).join(', ');
  return kind === 'json' ? JSON.stringify(given, null, 2) : String(given);
}

/** `addresses.3.city`; blank of a new address. */
function partOfAddress({ addresses }: CustomerView, name: string): string {
  const address = addresses.find(({ id }) => name.startsWith(`addresses.${id}.`));
  const part = partOf(name)!;
  if (!address) return '';
  return part === 'isDefault' ? (address.isDefault ? 'Y' : 'N') : (address[part as PartName] ?? '');
}

/** The default address of the type, else the one with the lowest id. */
function addressOf({ addresses }: CustomerView, prefix: keyof typeof addressTypes) {
  const found = addresses.filter(({ type }) => type === addressTypes[prefix]);
  const lowest = [...found].sort((a, b) => a.id - b.id)[0];
  return found.find(({ isDefault }) => isDefault) ?? lowest;
}
