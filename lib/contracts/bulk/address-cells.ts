import { addressTypes } from '../../customer/fields';
import { type AddressCell, asCell, asJson, type BulkField, bulkPrefixes, type Cells, type SaidCustomer } from './cells';

type Addresses = SaidCustomer['addresses'];

/** What the addresses of all customers of a request become. */
export interface AddressCells {
  /** The cells of each customer, in their order. */
  cells: Cells[];
  /** Each address in a column is the default of its type. */
  defaultsOnly: boolean;
}

/**
 * The addresses of a request as those of a file are: in columns, which people can read in the history. That says the same
 * as long as a customer has one of a type at the most, in the order of the columns, is not to find it by its code, and
 * wants them all to be defaults or says nothing about that. All other addresses are a list in one cell.
 */
export function addressCells(customers: readonly Pick<SaidCustomer, 'addresses'>[]): AddressCells {
  const plain = customers.map(({ addresses }) => isPlain(addresses));
  const inColumns = customers.filter((_, at) => plain[at]);
  const defaultsOnly =
    inColumns.length > 0 && inColumns.every(({ addresses }) => addresses!.every((each) => each.isDefault === true));
  const cells = customers.map(({ addresses }, at) => {
    if (addresses === undefined) return {};
    const asColumns = plain[at] && (defaultsOnly || !addresses!.some(({ isDefault }) => isDefault === true));
    return asColumns ? columnsOf(addresses!) : asList(addresses);
  });
  return { cells, defaultsOnly };
}

/**
 * A customer with its addresses as the list that they become in any case, so that those of a whole request are never there as
 * objects; with as few as columns take, as it was.
 */
export function listAddresses(said: SaidCustomer, { addressColumns }: { addressColumns: boolean }): SaidCustomer {
  if (said.addresses === undefined || (addressColumns && isPlain(said.addresses))) return said;
  return { cells: { ...said.cells, ...asList(said.addresses) } };
}

/** The addresses of a request as a list in one cell for each customer. */
export const addressLists = (customers: readonly Pick<SaidCustomer, 'addresses'>[]): AddressCells => ({
  cells: customers.map(({ addresses }) => (addresses === undefined ? {} : asList(addresses))),
  defaultsOnly: false,
});

const asList = (addresses: Exclude<Addresses, undefined>): Cells => ({ addresses: asJson(addresses) });

const prefixes = new Map<string, (typeof bulkPrefixes)[number]>(
  bulkPrefixes.map((prefix) => [addressTypes[prefix], prefix]),
);
const types = [...prefixes.keys()];

/** New addresses are numbered in the order of the columns, so that has to be theirs. */
function isPlain(addresses: Addresses): boolean {
  if (!addresses || addresses.length === 0) return false;
  const order = addresses.map(({ type }) => types.indexOf(type!));
  return order.every((place, at) => place > (order[at - 1] ?? -1)) && addresses.every(fits);
}

function fits({ type: _, isDefault, ...parts }: AddressCell): boolean {
  // One without parts says nothing that a column could say.
  return isDefault !== false && !parts.code && Object.keys(parts).length > 0;
}

function columnsOf(addresses: AddressCell[]): Cells {
  const cells: Cells = {};
  for (const { type, isDefault: _, ...parts } of addresses) {
    const prefix = prefixes.get(type!)!;
    for (const [name, value] of Object.entries(parts)) {
      const cell = typeof value === 'boolean' ? (value ? 'Y' : 'N') : asCell(value);
      if (cell !== undefined) cells[`${prefix}.${name}` as BulkField] = cell;
    }
  }
  return cells;
}
