import { isEdited } from '../check/faults';
import { meansToState } from '../customer/attribute-list';
import { holdsFormed } from '../customer/person-number';
import type { ImportRecord } from '../import-store';
import type { ShownRow } from '../records';
import { sealedFrom } from '../row';
import { show, type Vault } from '../vault';
import { cellsNow } from './reason';

/** Who opens what is sealed, and which columns of the file are. */
export interface Seals {
  vault: Vault;
  sealed: readonly number[];
}

export const sealsOf = (vault: Vault, record: Pick<ImportRecord, 'facts'> | null): Seals => ({
  vault,
  sealed: record?.facts?.sealed ?? [],
});

/** Whether a person has corrected a row that did not fit the header. */
export const isCorrected = ({ faults, edits }: Pick<ShownRow, 'faults' | 'edits'>): boolean =>
  faults.length > 0 && isEdited(edits);

/**
 * The texts of a row by column index, edits in place, as everybody may see them: what is sealed is masked. But of a row that was closed
 * because its values may stand anywhere, and that a person has corrected, cells of other columns are shown as the check takes them,
 * unless a protected number seems to stand there.
 * @param more.clear everything as it is, for who may see it
 */
export function shownCells(
  row: Pick<ShownRow, 'row' | 'cells' | 'edits' | 'faults'>,
  { vault, sealed }: Seals,
  { clear = false } = {},
): string[] {
  const from = isCorrected(row) ? sealedFrom(row, sealed) : Number.POSITIVE_INFINITY;
  return cellsNow(row).map((text, index) => {
    if (clear || index < from || sealed.includes(index)) return show(vault, text, clear);
    const opened = show(vault, text, true);
    return holdsFormed(opened) || meansToState(opened) ? show(vault, text) : opened;
  });
}
