import { findField, type Value } from '../customer/fields';
import { normalise } from '../customer/normalise';
import type { ImportRecord } from '../import-store';
import type { Mapping } from '../mapping';
import type { Sought } from './identity';

/** Whether columns may yet feed other fields than they do. */
export const mayChange = ({ state }: Pick<ImportRecord, 'state'>) => ({
  mayChange: state === 'mapping' || state === 'review' || state === 'failed',
});

/** Shorter numbers and codes stand in other columns by chance. */
const fewest = 5;

/**
 * Prepares the question whether a row has one of the keys of a customer that are nothing but numbers and codes, in its own column.
 * @param mayChange the mapping is not the last one: a column that feeds nothing, or another key, may become that column
 */
export function compileHasKey(
  sought: Sought,
  mapping: Mapping | null,
  mayChange: boolean,
): (cells: string[]) => boolean {
  const hasNow = compileHasNow(sought, mapping);
  if (!mayChange) return hasNow;
  const mayHave = compileMayHave(sought, mapping);
  return (cells) => hasNow(cells) || mayHave(cells);
}

const read = (name: string, text: string | undefined): Value =>
  text?.trim() ? normalise(findField(name)!, text, { dateOrder: null }).value : null;

const compileColumn = (mapping: Mapping | null, name: string) => {
  const column = mapping?.columns.find(({ field }) => field === name)?.index;
  return (cells: string[]): Value => (column === undefined ? null : read(name, cells[column]));
};

function compileHasNow({ id, debtorIds, sources }: Sought, mapping: Mapping | null): (cells: string[]) => boolean {
  const [ofId, ofDebtor] = [compileColumn(mapping, 'id'), compileColumn(mapping, 'debtorId')];
  const [ofSource, ofSystem] = [compileColumn(mapping, 'sourceSystemId'), compileColumn(mapping, 'sourceSystem')];
  return (cells) => {
    if (ofId(cells) === id || debtorIds.includes(Number(ofDebtor(cells) ?? Number.NaN))) return true;
    const source = ofSource(cells);
    const system = ofSystem(cells) ?? mapping?.sourceSystem ?? null;
    return source !== null && sources.some(([its, sourceId]) => sourceId === source && its === system);
  };
}

const keyFields = new Set(['id', 'debtorId', 'sourceSystemId']);

/** A column of sources whose system nobody has named yet is asked whatever its codes are, others only for longer ones. */
function compileMayHave({ id, debtorIds, sources }: Sought, mapping: Mapping | null): (cells: string[]) => boolean {
  const fields = new Map(mapping?.columns.map(({ index, field }) => [index, field]));
  const ofSystem = compileColumn(mapping, 'sourceSystem');
  const codes = sources.map(([, code]) => code);
  const isLong = (text: string) => text.length >= fewest;
  const numbers = [id, ...debtorIds].filter((number) => isLong(String(number)));
  const longCodes = codes.filter(isLong);
  return (cells) => {
    const isNamed = (ofSystem(cells) ?? mapping?.sourceSystem ?? null) !== null;
    return cells.some((text, index) => {
      const field = fields.get(index) ?? null;
      if (field !== null && !keyFields.has(field)) return false;
      const code = read('sourceSystemId', text);
      const its = field !== 'sourceSystemId' ? longCodes : isNamed ? [] : codes;
      return numbers.includes(Number(read('id', text) ?? Number.NaN)) || its.includes(String(code));
    });
  };
}
