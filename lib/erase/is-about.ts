import type { Mapping } from '../mapping';
import type { StagedRow } from '../records';
import { cellText } from '../row';
import { isSealed } from '../sealed';
import { compared, type Vault } from '../vault';
import { compileHasKey } from './has-key';
import type { Sought } from './identity';

/** A row as its texts: those of the file, and those that a person typed over them, by column index. */
export interface RowTexts {
  cells: string[];
  edits: Record<number, string>;
}

/**
 * Prepares the question whether a row is about a customer: any cell names its email, uuid or sensitive number, or the column
 * of an id, debtor id or source has its own.
 * @param more.mayChange as of `compileHasKey`
 */
export function compileIsAbout(
  identity: Sought,
  mapping: Mapping | null,
  vault: Vault,
  { mayChange = false } = {},
): (row: RowTexts) => boolean {
  const names = [...identity.emails, identity.uuid].map(asName);
  const numbers = identity.numbers.filter((number) => number.length >= fewest).map(asNumber);
  const isNamed = (text: string): boolean => {
    const opened = (isSealed(text) ? (vault.open(text) ?? '') : text).normalize('NFKC');
    if (identity.numbers.length > 0 && identity.numbers.includes(compared(opened))) return true;
    return names.some((name) => name.test(opened)) || numbers.some((number) => number.test(opened));
  };
  const hasKey = compileHasKey(identity, mapping, mayChange);
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

/**
 * An address of email or a uuid wherever it stands in a text. `j.smith@x.nl` is not `smith@x.nl`, nor is `smith@x.nl.example`; a
 * full stop at the end of a sentence is none of either.
 */
const asName = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}._+-])${escaped(name.normalize('NFKC'))}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'iu');

/** Shorter numbers stand in texts by chance: those count only where they are all of a cell. */
const fewest = 7;
/** A number wherever it stands in a text, however it is grouped. */
const asNumber = (number: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${[...number].join('[^\\p{L}\\p{N}]{0,2}')}(?![\\p{L}\\p{N}])`, 'iu');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
