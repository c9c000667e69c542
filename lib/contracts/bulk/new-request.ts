import { createHash } from 'node:crypto';
import type { AttributeDefinition } from '../../customer/attribute';
import { statesSensitive } from '../../customer/attribute-list';
import { findField } from '../../customer/fields';
import type { ImportSource } from '../../import-store';
import type { ColumnProfile, Mapping } from '../../mapping';
import type { NewRequest } from '../../request-store';
import type { RawRow } from '../../row';
import { takeTurns } from '../../take-turns';
import type { Vault } from '../../vault';
import { contracts, type Dialect } from './dialects';
import type { BulkSheet } from './to-sheet';

const sources: Record<Dialect, { source: ImportSource; name: string }> = {
  byId: { source: 'bulk_id', name: 'POST /customers/bulk/id' },
  bySourceId: { source: 'bulk_source_id', name: 'POST /customers/bulk/sourceId' },
  bySourceSystem: { source: 'bulk_customers', name: 'POST /api/rest/bulk-customers' },
  scheduled: { source: 'bulk_create', name: 'POST /v2/customers/bulk/create' },
};

export interface Asking {
  /** Who asks, as the history names them, and their id. */
  name: string;
  id: string;
  /** The `Idempotency-Key`. */
  key: string | null;
  /** Method, path, query and body, from which it is told whether a request is the same. */
  text: string;
  body: Uint8Array;
}

/** A request as the import that it becomes: a sheet whose headers are the names of fields, and each customer a row from 1 on. */
export async function newRequest(
  dialect: Dialect,
  { fields, rows, defaultsOnly }: BulkSheet,
  { name: createdBy, id: createdById, key, text, body }: Asking,
  attributes: AttributeDefinition[],
  vault: Vault,
): Promise<NewRequest> {
  const { atomic: _, ...rules } = contracts[dialect].mapping;
  const sealed = fields.flatMap((field, index) => (findField(field)?.kind === 'sensitive' ? [index] : []));
  const list = fields.indexOf('attributes');
  const mapping: Mapping = {
    columns: fields.map((field, index) => ({ index, field, reason: 'name' })),
    ...rules,
    dateOrder: 'ymd',
    sourceSystem: null,
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(defaultsOnly ? { defaultsOnly: true as const } : {}),
  };
  const sha256 = createHash('sha256').update(body).digest('hex');
  const staged: RawRow[] = [];
  const turn = takeTurns();
  for (const [at, cells] of rows.entries()) {
    staged.push(sealedRow(at + 1, cells, { sealed, list, attributes }, vault));
    await turn();
  }
  const { source, name } = sources[dialect];
  return {
    ...{
      source,
      fileName: name,
      fileSize: body.byteLength,
      sha256: vault.seal(sha256),
      createdBy,
      createdById,
      mapping,
    },
    facts: {
      format: 'json',
      headerRow: { value: 0, evidence: 'A request has none.' },
      headers: fields,
      ...(sealed.length > 0 ? { sealed } : {}),
      preview: [],
      notices: [],
    },
    profiles: fields.map((header, index) => profileOf(header, index, rows)),
    rows: staged,
    // Sealed: a hash in clear would tell what stands in a body of which all but a number is known.
    requestKey: key === null ? null : vault.seal(key),
    requestHash: key === null ? null : vault.seal(createHash('sha256').update(`${text}\n${sha256}`).digest('hex')),
  };
}

/** How many customers say something about a field. No samples: what is kept of a request are its rows. */
function profileOf(header: string, index: number, rows: (string | null)[][]): ColumnProfile {
  let filled = 0;
  for (const row of rows) if (row[index]) filled++;
  const dates = { dmy: 0, mdy: 0, ymd: 0, ambiguous: 0 };
  const none = { samples: [], wholeNumbers: 0, emails: 0, phones: 0, dates };
  return { index, header, filled, blank: rows.length - filled, ...none };
}

interface ToSeal {
  sealed: number[];
  /** The column with lists of attributes: such as state what takes no value fail, and are kept sealed. */
  list: number;
  attributes: AttributeDefinition[];
}

function sealedRow(row: number, cells: (string | null)[], { sealed, list, attributes }: ToSeal, vault: Vault): RawRow {
  const also = cells[list] && statesSensitive(cells[list], attributes) ? [list] : [];
  for (const index of [...sealed, ...also]) {
    const cell = cells[index];
    if (cell !== null && cell !== undefined && cell.trim() !== '') cells[index] = vault.seal(cell);
  }
  return { row, cells };
}
