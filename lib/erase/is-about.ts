import { findField, type Value } from '../customer/fields';
import { normalise } from '../customer/normalise';
import type { Mapping } from '../mapping';
import type { StagedRow } from '../records';
import { cellText } from '../row';
import { isSealed } from '../sealed';
import type { Vault } from '../vault';
import type { Identity } from './identity';

/** A row as its texts: those of the file, and those that a person typed over them, by column index. */
export interface RowTexts {
  cells: string[];
  edits: Record<number, string>;
}

/**
 * Prepares the question whether a row is about a customer: any cell names its email, uuid or sensitive number, or the column
 * of an id, debtor id or source has its own.
 */
export function compileIsAbout(identity: Identity, mapping: Mapping | null, vault: Vault): (row: RowTexts) => boolean {
  const names = new Set([...identity.emails, identity.uuid]);
  const starts = identity.sealed.flatMap((token) => {
    const text = vault.open(token);
    return text === null ? [] : [vault.startOf(text)];
  });
  const isNamed = (text: string): boolean => {
    if (isSealed(text) && starts.some((start) => text.startsWith(start))) return true;
    const opened = isSealed(text) ? (vault.open(text) ?? '') : text;
    if (starts.length > 0 && starts.includes(vault.startOf(opened))) return true;
    return words(opened).some((word) => names.has(word));
  };
  const hasKey = compileHasKey(identity, mapping);
  return ({ cells, edits }) =>
    [...cells, ...Object.values(edits)].some(isNamed) || hasKey(cells) || hasKey(textsNow({ cells, edits }));
}

/** A row as its texts, of how it is staged. */
export const textsOf = ({ cells, edits }: Pick<StagedRow, 'cells' | 'edits'>): RowTexts => ({
  cells: cells.map((cell) => cellText(cell) ?? ''),
  edits,
});

/** The texts of a row as they are now, also where somebody typed beyond the end of a short one. */
export const textsNow = ({ cells, edits }: RowTexts): string[] =>
  Array.from(Object.assign([...cells], edits), (text) => text ?? '');

/** What may stand around an address of email in a cell. */
const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s,;:<>()[\]"']+/);

function compileHasKey({ id, debtorIds, sources }: Identity, mapping: Mapping | null): (cells: string[]) => boolean {
  const columnOf = (name: string) => mapping?.columns.find(({ field }) => field === name)?.index;
  const read = (name: string, column: number | undefined): ((cells: string[]) => Value) => {
    if (column === undefined) return () => null;
    const field = findField(name)!;
    return (cells) => {
      const text = cells[column]?.trim();
      return text ? normalise(field, text, { dateOrder: null }).value : null;
    };
  };
  const [ofId, ofDebtor] = ['id', 'debtorId'].map((name) => read(name, columnOf(name)));
  const ofSource = read('sourceSystemId', columnOf('sourceSystemId'));
  const ofSystem = read('sourceSystem', columnOf('sourceSystem'));
  return (cells) => {
    if (ofId!(cells) === id || debtorIds.includes(Number(ofDebtor!(cells) ?? Number.NaN))) return true;
    const source = ofSource(cells);
    const system = ofSystem(cells) ?? mapping?.sourceSystem ?? null;
    return source !== null && sources.some(([its, sourceId]) => sourceId === source && its === system);
  };
}
