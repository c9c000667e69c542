import { addressCells, addressLists } from './address-cells';
import { type BulkField, bulkFields, type SaidCustomer } from './cells';
import type { Contract } from './dialects';

/** The customers of a request as a sheet. */
export interface BulkSheet {
  /** The field of each column: those that any customer says something about. */
  fields: BulkField[];
  /** One row for each customer. A cell is null where the customer says nothing about the field, and empty where it is cleared. */
  rows: (string | null)[][];
  /** A column of an address means the default one of its type, and makes it where there is none. */
  defaultsOnly: boolean;
}

export function toSheet(
  customers: readonly SaidCustomer[],
  { addressColumns }: Pick<Contract, 'addressColumns'>,
): BulkSheet {
  const addresses = (addressColumns ? addressCells : addressLists)(customers);
  const said = new Set<string>();
  for (const [at, { cells }] of customers.entries()) {
    for (const field in cells) said.add(field);
    for (const field in addresses.cells[at]) said.add(field);
  }
  const fields = bulkFields.filter((field) => said.has(field));
  const rows = customers.map(({ cells }, at) => {
    const more = addresses.cells[at]!;
    return fields.map((field) => cells[field] ?? more[field] ?? null);
  });
  return { fields, rows, defaultsOnly: addresses.defaultsOnly };
}

/**
 * What the customers of a request of contract A are identified by, as it was sent.
 * @param sheet of a request that was read: each row has the key
 */
export function sentKeys(
  lookupKey: 'id' | 'sourceId',
  { fields, rows }: Pick<BulkSheet, 'fields' | 'rows'>,
): (number | string)[] {
  const column = fields.indexOf(lookupKey === 'id' ? 'id' : 'sourceSystemId');
  return rows.map((row) => (lookupKey === 'id' ? Number(row[column]) : row[column]!));
}
