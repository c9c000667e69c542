import { z } from 'zod';
import type { CustomerView } from '@/lib/contracts/customer-api';
import { addressTypes, type Field, fieldGroups, fields } from '@/lib/customer/fields';
import { fieldSchema } from '@/lib/customer/schema';
import { maskStart } from '@/lib/sealed';

/** Values of the form by key; react-hook-form takes a dot in a name for a path, so keys have none. */
export type FormValues = Record<string, string>;

/** Everything a person may change by hand. The ID belongs to the customer for good. */
export const editable = fields.filter(({ name, loose }) => name !== 'id' && !loose);

export const keyOf = (name: string): string => name.replace('.', '__');
export const nameOfKey = (key: string): string => key.replace('__', '.');

export const editGroups = fieldGroups.map((group) => ({
  group,
  fields: editable.filter((field) => field.group === group),
}));

export const editSchema = z.object(
  Object.fromEntries(editable.map((field) => [keyOf(field.name), fieldRule(field)])),
) as unknown as z.ZodType<FormValues, FormValues>;

/** A sensitive value stands in the form as it is shown. Only what was changed is sent, and looked at by the server. */
function fieldRule(field: Field) {
  const rule = fieldSchema(field);
  return field.kind === 'sensitive' ? rule.or(z.string().startsWith(maskStart)) : rule;
}

/** The customer as texts, blank where there is nothing. An address group shows the address that an edit would change. */
export function formValues(customer: CustomerView): FormValues {
  return Object.fromEntries(
    editable.map(({ name, address }) => {
      const value = address ? addressOf(customer, address)?.[name.slice(address.length + 1)] : customer.values[name];
      return [keyOf(name), value === null || value === undefined ? '' : String(value)];
    }),
  );
}

/** The default address of the type, else the one with the lowest number. */
function addressOf({ addresses }: CustomerView, prefix: keyof typeof addressTypes) {
  const found = addresses.filter(({ type }) => type === addressTypes[prefix]);
  const lowest = [...found].sort((a, b) => a.number - b.number)[0];
  return (found.find(({ isDefault }) => isDefault) ?? lowest)?.values;
}
