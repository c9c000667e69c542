import type { CustomerView } from '@/lib/contracts/customer-api';
import {
  type AddressPrefix,
  addressLabels,
  addressPrefixes,
  addressTypes,
  fields,
  findField,
} from '@/lib/customer/fields';
import { showValue } from './show-value';

export interface Fact {
  label: string;
  /** Lines to show; none where it is blank. */
  lines: string[];
  email?: boolean;
  /** The sensitive field of which only the end is shown. */
  sensitive?: string;
}

/** Shown even where they are blank. */
const always = new Set(['email', 'phone', 'mobile', 'company']);

/** Contact first, then names: the order in which people look for them. */
export const contactFacts = (customer: CustomerView): Fact[] =>
  (['Contact', 'Names'] as const)
    .flatMap((group) => fields.filter((field) => field.group === group))
    .map(({ name, label }) => ({ name, label, shown: showValue(name, customer.values[name]) }))
    .filter(({ name, shown }) => shown !== null || always.has(name))
    .map(({ name, label, shown }) => ({ label, lines: shown === null ? [] : [shown], email: name === 'email' }));

/** The three kinds of addresses; a customer may have several of one. */
export const addressFacts = (customer: CustomerView): Fact[] =>
  addressPrefixes.flatMap((prefix) => {
    const found = customer.addresses.filter(({ type }) => type === addressTypes[prefix]);
    if (found.length === 0) return [{ label: addressLabels[prefix], lines: [] }];
    return found.map((address) => ({
      label: found.length > 1 ? `${addressLabels[prefix]} ${address.number}` : addressLabels[prefix],
      lines: addressLines(prefix, address.values),
    }));
  });

export const identityFacts = ({ id, version, values }: CustomerView): Fact[] => [
  { label: 'ID', lines: [String(id)] },
  ...identityNames.flatMap((name): Fact[] => {
    const shown = showValue(name, values[name]);
    const field = findField(name);
    const sensitive = field?.kind === 'sensitive' ? name : undefined;
    return shown === null ? [] : [{ label: field?.label ?? name, lines: [shown], sensitive }];
  }),
  { label: 'Version', lines: [String(version)] },
];

const identityNames = ['debtorId', 'sourceSystem', 'sourceSystemId', 'ssn'];

function addressLines(prefix: AddressPrefix, values: CustomerView['values']): string[] {
  const join = (...names: string[]) =>
    names
      .map((name) => showValue(`${prefix}.${name}`, values[name]))
      .filter(Boolean)
      .join(' ');
  return [
    join('company'),
    join('street', 'number', 'numberExtension'),
    join('street2'),
    join('postalCode', 'city'),
    join('region'),
    join('country'),
    join('phone'),
    join('email'),
  ].filter(Boolean);
}
