import type { Mapping } from '../mapping';
import type { Vault } from '../vault';
import type { Sought } from './identity';
import { compileIsAbout, type RowTexts, textsNow } from './is-about';

/** An entry of the log of edits: what was typed over what. */
export interface TypedText {
  id: number;
  row: number;
  /** Null where the row was excluded or taken back in. */
  column: number | null;
  /** Null where they were erased. */
  old: string | null;
  now: string | null;
}

/**
 * Prepares the question whether a text of an entry may have made its row be about a customer. A source id counts whatever the
 * system: which one the row had then is told only by the row.
 */
export function compileMayBeAbout(
  identity: Sought,
  mapping: Mapping | null,
  vault: Vault,
  more?: { mayChange?: boolean },
): (entry: TypedText) => boolean {
  const sourceSystem = 'any';
  const isAbout = compileIsAbout(
    { ...identity, sources: identity.sources.map(([, id]) => [sourceSystem, id]) },
    mapping && { ...mapping, sourceSystem, columns: mapping.columns.filter(({ field }) => field !== 'sourceSystem') },
    vault,
    more,
  );
  return ({ column, old, now }) =>
    column !== null && [old, now].some((text) => text !== null && isAbout({ cells: [], edits: { [column]: text } }));
}

/**
 * Whether a row was ever about a customer: its edits are undone one by one, and it is looked at as it was then.
 * @param log all entries of the row, in their order
 */
export function wasAbout(isAbout: (row: RowTexts) => boolean, row: RowTexts, log: TypedText[]): boolean {
  let texts = textsNow(row);
  const isAboutWith = (column: number, text: string): boolean => {
    if (texts[column] === text) return false;
    texts = textsNow({ cells: texts, edits: { [column]: text } });
    return isAbout({ cells: texts, edits: {} });
  };
  return log.toReversed().some(({ column, old, now }) => {
    if (column === null || old === null || now === null) return false;
    // Reading the file anew may have left another text there than was typed.
    return isAboutWith(column, now) || isAboutWith(column, old);
  });
}
