import { type BulkField, bulkFields, type Cells } from './cells';

/** The customers of a request as a sheet. */
export interface BulkSheet {
  /** The field of each column: those that any customer says something about. */
  fields: BulkField[];
  /** One row for each customer. A cell is null where the customer says nothing about the field, and empty where it is cleared. */
  rows: (string | null)[][];
}

export function toSheet(customers: readonly Cells[]): BulkSheet {
  const said = new Set(customers.flatMap((cells) => Object.keys(cells)));
  const fields = bulkFields.filter((field) => said.has(field));
  return { fields, rows: customers.map((cells) => fields.map((field) => cells[field] ?? null)) };
}

/**
 * What the customers of a request of contract A are identified by, as it was sent.
 * @param sheet of a request that was read: each row has the key
 */
export function sentKeys(lookupKey: 'id' | 'sourceId', { fields, rows }: BulkSheet): (number | string)[] {
  const column = fields.indexOf(lookupKey === 'id' ? 'id' : 'sourceSystemId');
  return rows.map((row) => (lookupKey === 'id' ? Number(row[column]) : row[column]!));
}
