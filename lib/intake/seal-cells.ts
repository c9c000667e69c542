import type { AttributeDefinition } from '../customer/attribute';
import { meansToState, statesSensitive } from '../customer/attribute-list';
import { compact } from '../customer/header';
import { holdsDashed } from '../customer/person-number';
import type { ColumnProfile, FileFacts, Protection } from '../mapping';
import { type Cell, cellText, type RawRow, sealedFrom } from '../row';
import { isSealed } from '../sealed';
import type { Vault } from '../vault';
import { filledLength, isBlank } from './blank';
import { columnsOf, isShifted } from './shifted';

type Seal = Vault['seal'];

/** Seals cells of rows on their way into storage, in place. A blank cell stays blank. @param columns the lowest first */
export function sealRows(rows: RawRow[], columns: number[], seal: Seal): void {
  for (const row of rows) {
    const { cells } = row;
    for (const index of columns) if (index < cells.length) cells[index] = sealCell(cells[index]!, seal);
    for (let index = sealedFrom(row, columns); index < cells.length; index++) {
      if (!columns.includes(index)) cells[index] = sealCell(cells[index]!, seal);
    }
  }
}

/**
 * Seals cells that are lists of attributes with a value for one that takes none, in place and in whatever column: such a row fails, and
 * the number is not to be kept in clear until it goes.
 * @param lists columns that by their header are lists of attributes: there also what was meant to be one
 * @returns whether there was any
 */
export function sealStated(
  rows: RawRow[],
  { definitions, lists }: { definitions: AttributeDefinition[]; lists: number[] },
  seal: Seal,
): boolean {
  let any = false;
  for (const { cells } of rows) {
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      if (
        typeof cell !== 'string' ||
        !(states(cell, definitions) || (lists.includes(index) && !isSealed(cell) && meansToState(cell)))
      )
        continue;
      cells[index] = seal(cell);
      any = true;
    }
  }
  return any;
}

/** The columns that are lists of attributes by their header. */
export const listColumns = ({ headers }: Pick<FileFacts, 'headers'>): number[] =>
  headers.flatMap((header, index) => (compact(header) === 'attributes' ? [index] : []));

/** The first look is for the many cells that are none. */
const states = (cell: string, definitions: AttributeDefinition[]): boolean =>
  /^\s*\[/.test(cell) && !isSealed(cell) && statesSensitive(cell, definitions);

/** A date behind a cell would be a second form of the value, and is left out. */
function sealCell(cell: Cell, seal: Seal): Cell {
  const text = cellText(cell);
  return isBlank(cell) || isSealed(text!) ? cell : seal(text!);
}

/** What was found in a file, with all that shows sealed values sealed or left out. */
export function sealFacts(
  facts: FileFacts,
  { sealed, headers, kept, notices }: Protection,
  seal: Seal,
  definitions: AttributeDefinition[] = [],
): FileFacts {
  const header = facts.headerRow.value ?? 0;
  const open = (row: number) => (cell: Cell) =>
    typeof cell === 'string' &&
    (states(cell, definitions) || (row < header && (holdsDashed(cell) || meansToState(cell))))
      ? seal(cell)
      : cell;
  const preview = facts.preview.map((each) => ({ ...each, cells: each.cells.map(open(each.row)) }));
  const found = {
    ...facts,
    ...(preview.some(({ cells }, at) => cells.some((cell, index) => cell !== facts.preview[at]!.cells[index])) && {
      hidden: true as const,
    }),
    headers: facts.headers.map((name) => (states(name, definitions) ? '' : name)),
    preview,
    ...(kept.length > 0 ? { kept } : {}),
    notices: [...facts.notices, ...notices],
  };
  if (sealed.length === 0) return found;
  const columns = columnsOf(facts, sealed);
  return {
    ...found,
    sealed,
    headers,
    preview: preview.map(({ row, cells, broken }) => {
      const isHeader = row === facts.headerRow.value;
      const isOpen = broken || (!isHeader && isShifted(cells, columns));
      const from = isOpen ? 0 : filledLength(cells) > facts.headers.length ? sealed[0]! : Number.POSITIVE_INFINITY;
      const isTitle = (index: number) => isHeader && !broken && (headers[index] ?? '') !== '';
      const shown = (cell: Cell, index: number) =>
        (sealed.includes(index) || index >= from) && !isTitle(index) ? sealCell(cell, seal) : cell;
      return { row, cells: cells.map(shown) };
    }),
  };
}

export const sealProfiles = (profiles: ColumnProfile[], { sealed, headers }: Protection, seal: Seal): ColumnProfile[] =>
  profiles.map((profile) => ({
    ...profile,
    header: headers[profile.index] ?? '',
    samples: sealed.includes(profile.index) ? profile.samples.map(seal) : profile.samples,
  }));
