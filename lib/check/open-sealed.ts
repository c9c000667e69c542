import type { Value } from '../customer/fields';
import { holdsFormed } from '../customer/person-number';
import { type Cell, cellText, isBroken, type RawRow, sealedFrom } from '../row';
import { isSealed } from '../sealed';
import type { Vault } from '../vault';
import type { Column } from './columns';
import { isEdited } from './faults';

type Edits = Record<number, string> | undefined;

export interface Opened {
  row: RawRow;
  edits: Edits;
  /** Some cells stay closed, so that nothing can be said of the row as a whole. */
  isPart: boolean;
  /** Cells in which a number seems to stand and nobody typed what belongs there: they are not opened. */
  closed: number[];
}

/** The columns of a mapping whose cells are sealed: opened for the check, and their values sealed again. */
export interface SealedColumns {
  open(row: RawRow, edits: Edits): Opened;
  /** Seals the values that came of the columns, in place. @param given the row and edits as they were before `open` */
  close(values: Record<string, Value>, given: { row: RawRow; edits: Edits }): void;
}

/** @param sealed the columns of the file that are sealed @param columns all that are mapped */
export function sealedColumns(sealed: number[], columns: Column[], vault: Vault): SealedColumns | null {
  const sensitive = columns.filter(({ field }) => field.kind === 'sensitive');
  if (sealed.length === 0 && sensitive.length === 0) return null;
  const open = (text: string) => openText(text, vault);
  return {
    open(row, edits) {
      const from = sealedFrom(row, sealed);
      const cells = row.cells.slice();
      const openWhole = isBroken(row) ? (text: string) => withoutQuotes(open(text)) : open;
      for (const { index } of sensitive) openCell(cells, index, openWhole);
      const typed = edits && { ...edits };
      for (const { index } of sensitive) if (typed?.[index] !== undefined) typed[index] = open(typed[index]);
      // Until a person has looked at a row whose values may stand anywhere, it stays closed.
      if (from < cells.length && !isEdited(edits)) {
        return { row: { ...row, cells: cells.slice(0, from) }, edits: typed, isPart: true, closed: [] };
      }
      const closed: number[] = [];
      for (let index = from; index < cells.length; index++) {
        const text = cellText(cells[index]);
        if (text === undefined || !isSealed(text)) continue;
        const opened = open(text);
        if (holdsFormed(opened) && edits?.[index] === undefined) closed.push(index);
        else cells[index] = opened;
      }
      return { row: { ...row, cells }, edits: typed, isPart: false, closed };
    },

    close(values, { row, edits }) {
      for (const { index, field } of sensitive) {
        const value = values[field.name];
        if (typeof value !== 'string') continue;
        const given = edits?.[index] ?? cellText(row.cells[index]) ?? '';
        values[field.name] = isSealed(given) && vault.open(given) === value ? given : vault.seal(value);
      }
    },
  };
}

/** Of a line that has a quotation mark out of place; nobody sees one in a value that is masked. */
const withoutQuotes = (text: string): string => text.replace(/^\s*"|"\s*$/g, '');

function openCell(cells: Cell[], index: number, open: (text: string) => string): void {
  const text = cellText(cells[index]);
  if (text !== undefined) cells[index] = open(text);
}

function openText(text: string, vault: Vault): string {
  if (!isSealed(text)) return text;
  const opened = vault.open(text);
  if (opened === null) throw new Error('A cell was sealed with another secret key than the one in use.');
  return opened;
}
