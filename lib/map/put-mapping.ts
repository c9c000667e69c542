import type { AttributeDefinition } from '../customer/attribute';
import type { AttributeStore } from '../customer/attribute-store';
import type { ImportStore } from '../import-store';
import { hasFile, type ImportRecord } from '../import-store';
import type { FileFacts, Mapping } from '../mapping';
import { checkedBy } from './checked-by';
import { keptAlso } from './kept';
import { isName } from './protect';
import { isSensitive } from './sensitive-columns';
import { detectDateOrder } from './suggest';
import { mappingProblems } from './validate';

export type MappingPut =
  /** It is checked; or read once more before, with a column sealed. */
  | { status: 'checking' }
  /** Only for a plan: the import as it would be. */
  | { status: 'planned'; record: ImportRecord }
  | { status: 'refused'; code: 'not_found' | 'wrong_state' }
  | { status: 'problems'; problems: string[] };

/** What a person chose: the whole mapping, or only what differs from what is there. */
export type MappingChoice = Omit<Mapping, 'columns' | 'dateOrder' | 'attributes'> & {
  columns: { index: number; field: string | null }[];
  /** Absent keeps what was decided; null has it detected. */
  dateOrder?: Mapping['dateOrder'];
};

/**
 * Sets the mapping of an import and has every row checked by it, and by the attributes as they are defined now. Edits are kept
 * and checked as the new field.
 * @param more.plan nothing is written
 */
export async function putMapping(
  store: ImportStore & Pick<AttributeStore, 'listAttributes'>,
  id: number,
  choice: MappingChoice,
  { plan = false } = {},
): Promise<MappingPut> {
  const record = await store.readImport(id);
  if (!record) return { status: 'refused', code: 'not_found' };
  if (!hasFile(record) || !record.facts || !['mapping', 'checking', 'review'].includes(record.state)) {
    return { status: 'refused', code: 'wrong_state' };
  }
  const mapping = completed(choice, record, await store.listAttributes());
  const { headers, sealed } = record.facts;
  const problems = mappingProblems(mapping, headers.length, headers, sealed);
  if (record.rows === 0) problems.unshift('The sheet has no rows below the header. Choose another header row or file.');
  if (problems.length > 0) return { status: 'problems', problems };
  const open = newlySensitive(mapping, record.facts);
  if (plan) {
    const state = open.length > 0 ? 'reading' : 'checking';
    return { status: 'planned', record: { ...record, state, mapping: checkedBy(mapping), pauseAtMapping: false } };
  }
  const moved =
    open.length > 0
      ? await readSealed(store, record, checkedBy(mapping), open)
      : await store.moveImport(id, ['mapping', 'checking', 'review'], 'checking', {
          changes: { mapping: checkedBy(mapping) },
          jobs: [{ kind: 'check', importId: id }],
          restart: true,
        });
  return moved ? { status: 'checking' } : { status: 'refused', code: 'wrong_state' };
}

/** Columns whose cells are stored in clear, and that feed a sensitive field now. */
const newlySensitive = ({ columns }: Mapping, { sealed = [] }: FileFacts): number[] =>
  columns.filter(({ index, field }) => isSensitive(field) && !sealed.includes(index)).map(({ index }) => index);

/** Has the file read anew with these columns sealed, and then checked. What was found of them is forgotten at once. */
function readSealed(store: ImportStore, record: ImportRecord, mapping: Mapping, columns: number[]): Promise<boolean> {
  const facts = record.facts!;
  const hidden = <T>(cell: T, index: number) => (columns.includes(index) ? '' : cell);
  const named = (header: string, index: number) => (columns.includes(index) && !isName(header) ? '' : header);
  const headers = facts.headers.map(named);
  const preview = facts.preview.map(({ row, cells }) => ({ row, cells: cells.map(hidden) }));
  return store.moveImport(record.id, ['mapping', 'checking', 'review'], 'reading', {
    changes: {
      mapping,
      facts: { ...facts, headers, kept: keptAlso(facts, headers, columns), preview },
      profiles: record.profiles.map((one) =>
        columns.includes(one.index) ? { ...one, header: headers[one.index] ?? '', samples: [] } : one,
      ),
      pauseAtMapping: false,
    },
    jobs: [{ kind: 'read', importId: record.id }],
    restart: true,
  });
}

/** Columns that the choice does not name are ignored; a field that is as it was suggested keeps its reason. */
function completed(
  choice: MappingChoice,
  { mapping: before, facts, profiles }: ImportRecord,
  attributes: AttributeDefinition[],
): Mapping {
  const columns = facts!.headers.length;
  const chosen = new Map(choice.columns.map((column) => [column.index, column.field]));
  const known = new Map(before?.columns.map((column) => [column.index, column]));
  const beyond = choice.columns.filter((column) => column.index >= columns);
  const mapped = [
    ...Array.from({ length: columns }, (_, index) => {
      const field = chosen.get(index) ?? null;
      const old = known.get(index);
      if (old && old.field === field) return old;
      return { index, field, ...(field ? { reason: 'person' as const } : {}) };
    }),
    ...beyond,
  ];
  const kept = choice.dateOrder === undefined ? before?.dateOrder : choice.dateOrder;
  // Undecided so far: a column that is mapped to a date only now can prove the order.
  const order = kept ?? detectDateOrder(mapped, profiles, attributes).order;
  return { ...choice, columns: mapped, attributes, dateOrder: order };
}
