import type { StatedAddress } from './address-list';
import { addressTitle, prefixOf } from './address-type';
import { addressColumns, addressLabels, addressTypes, type Field, type Value } from './fields';

/** An address as it can be changed by hand; `id` is `new` for one that the customer is to get. */
export interface EditableAddress {
  id: number | 'new';
  /** What people read of it, which tells it from the others of the customer. */
  title: string;
  /** `addresses.3.city`, `addresses.new.type` */
  fields: Field[];
}

type Known = { id: number; type: string };

const prefix = 'addresses.';
const typeChars = 50;

/** All addresses of a customer, by their ids, and a new one. */
export const editableAddresses = (addresses: readonly Known[]): EditableAddress[] => [
  ...addresses.map((address) => editable(address.id, addressTitle(address, addresses), address.type)),
  editable('new', 'New address', addressTypes.address),
];

function editable(id: EditableAddress['id'], title: string, type: string): EditableAddress {
  const own = prefixOf(type);
  const field = (name: string, label: string, kind: Field['kind'], max: number): Field => ({
    ...{ name: `${prefix}${id}.${name}`, label: `${title} · ${label}`, kind, max, column: '', loose: true },
    group: own ? addressLabels[own] : addressLabels.address,
  });
  const fields = [
    ...(id === 'new' ? [field('type', 'Type', 'text', typeChars)] : []),
    ...addressColumns.map(({ name, label, kind, max }) => field(name, label, kind, max)),
    field('isDefault', 'Default of its type', 'boolean', 1),
  ];
  return { id, title, fields };
}

/** The part that a field of an address is: `addresses.3.city` → `city`. Null for other fields. */
export const partOf = (name: string): string | null =>
  name.startsWith(prefix) ? name.slice(name.lastIndexOf('.') + 1) : null;

/**
 * Values of such fields as a list of addresses that are known by their ids.
 * @returns null for a new address without any part, which would be none
 */
export function statedById(values: Record<string, Value>, addresses: readonly Known[]): StatedAddress[] | null {
  const byId = new Map<string, Record<string, Value>>();
  for (const [name, value] of Object.entries(values)) {
    const part = partOf(name);
    if (part === null) continue;
    const id = name.slice(prefix.length, name.lastIndexOf('.'));
    byId.set(id, { ...byId.get(id), [part]: value });
  }
  const stated = [...byId].map(([id, { type, isDefault, ...parts }]): StatedAddress => {
    const known = addresses.find((address) => String(address.id) === id);
    const ofType = known?.type ?? (type ? String(type) : addressTypes.address);
    return {
      ...{ id: known ? known.id : 'new', type: ofType, values: parts },
      ...(isDefault === undefined ? {} : { isDefault: isDefault === 'Y' }),
    };
  });
  const isNothing = ({ id, values: parts }: StatedAddress) =>
    id === 'new' && !Object.values(parts).some((value) => value !== null);
  return stated.some(isNothing) ? null : stated;
}
