import type { AddressView, CustomerView } from '@/lib/contracts/customer-api';
import { addressTitle } from '@/lib/customer/address-type';
import { addressColumns, addressTypes, type PartName } from '@/lib/customer/fields';
import type { AddressPart, Fact } from './fact';
import { phoneForm } from './phone-form';
import { showValue } from './show-value';

/** Every address with all of its parts: billing, shipping and general ones first, then types that only lists have. */
export function addressFacts({ addresses }: CustomerView): Fact[] {
  const known: string[] = Object.values(addressTypes);
  const types = [...new Set([...known, ...addresses.map(({ type }) => type)])];
  return types.flatMap((type) => {
    const found = addresses.filter((address) => address.type === type);
    return found.map((address) => ({
      key: String(address.id),
      label: addressTitle(address, addresses),
      value: { kind: 'address', lines: linesOf(address), parts: partsOf(address), isDefault: address.isDefault },
    }));
  });
}

/** What stands on an envelope, line by line. */
const envelope: PartName[][] = [
  ['name'],
  ['company'],
  ['firstName', 'middleName', 'lastName'],
  ['street', 'number', 'numberExtension'],
  ['street2'],
  ['postalCode', 'city'],
  ['region'],
  ['country'],
];
const onEnvelope = new Set<string>(envelope.flat());

const shown = (address: AddressView, part: PartName): string | null => showValue(`address.${part}`, address[part]);

const linesOf = (address: AddressView): string[] =>
  unique(envelope.map((parts) => parts.flatMap((part) => shown(address, part) ?? []).join(' ')).filter(Boolean));

const unique = (lines: string[]): string[] => [...new Set(lines)];

const partsOf = (address: AddressView): AddressPart[] =>
  addressColumns.flatMap(({ name, label, kind }) => {
    const text = onEnvelope.has(name) ? null : shown(address, name as PartName);
    if (text === null) return [];
    return [
      kind === 'phone' ? { label, text, e164: phoneForm(address, name) } : { label, text, href: hrefOf(name, text) },
    ];
  });

/** A website is a link where it is one of the web: what somebody else sent is not to run anything. */
function hrefOf(part: string, text: string): string | undefined {
  if (part === 'email') return `mailto:${encodeURIComponent(text)}`;
  return part === 'url' && /^https?:\/\/[^\s]+$/i.test(text) ? text : undefined;
}
