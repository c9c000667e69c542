import { z } from 'zod';
import type { CustomerView } from '@/lib/contracts/customer-api';
import { fieldOf } from '@/lib/contracts/customer-fields';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { editableAttributes } from '@/lib/customer/attribute-edit';
import { addressTypes, type Field, type FieldGroup, fieldGroups, fields, type PartName } from '@/lib/customer/fields';
import { fieldSchema } from '@/lib/customer/schema';
import { keyOf } from './edit-key';

/** Values of the form by key. */
export type FormValues = Record<string, string>;

export interface EditField extends Field {
  key: string;
  /** What the input is called inside of its group. */
  title: string;
}

export interface EditGroupFields {
  group: FieldGroup;
  /** In view, and behind “More parts”. */
  fields: EditField[];
  more: EditField[];
}

/** Everything of a customer that a person may change by hand. The ID belongs to the customer for good. */
export function editFields(customer: CustomerView, attributes: readonly AttributeDefinition[]): EditField[] {
  const own = fields.filter(({ name, loose }) => name !== 'id' && !loose);
  const defined = editableAttributes(customer.attributes, attributes).map(({ field }) => field);
  return [...own, ...defined].map((field) => ({
    ...field,
    key: keyOf(field.name),
    title: field.address ? field.label.slice(field.label.indexOf(' · ') + 3) : field.label,
  }));
}

/** The parts of an address that most have. */
const common = new Set(['street', 'number', 'numberExtension', 'postalCode', 'city', 'region', 'country', 'company']);

export function editGroups(all: EditField[]): EditGroupFields[] {
  const isCommon = ({ name, address }: EditField) => !address || common.has(name.slice(address.length + 1));
  return fieldGroups
    .map((group) => {
      const its = all.filter((field) => field.group === group);
      return { group, fields: its.filter(isCommon), more: its.filter((field) => !isCommon(field)) };
    })
    .filter((group) => group.fields.length > 0);
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

/** The default address of the type, else the one with the lowest id. */
function addressOf({ addresses }: CustomerView, prefix: keyof typeof addressTypes) {
  const found = addresses.filter(({ type }) => type === addressTypes[prefix]);
  const lowest = [...found].sort((a, b) => a.id - b.id)[0];
  return found.find(({ isDefault }) => isDefault) ?? lowest;
}
