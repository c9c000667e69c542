import type { ColumnProfile, FileFacts } from '../mapping';
import { type Cell, cellText, type RawRow, sealedFrom } from '../row';
import type { Vault } from '../vault';
import { filledLength, isBlank } from './blank';
import { isWord } from './value-shapes';

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

/** A date behind a cell would be a second form of the value, and is left out. */
function sealCell(cell: Cell, seal: Seal): Cell {
  return isBlank(cell) ? cell : seal(cellText(cell)!);
}

/** What was found in a file, with all that shows values of these columns sealed. */
export function sealFacts(facts: FileFacts, columns: number[], seal: Seal): FileFacts {
  if (columns.length === 0) return facts;
  const sealed = (index: number) => columns.includes(index);
  return {
    ...facts,
    sealed: columns,
    headers: facts.headers.map((header, index) => (sealed(index) ? headerOrBlank(header) : header)),
    preview: facts.preview.map(({ row, cells, broken }) => {
      const from = broken ? 0 : filledLength(cells) > facts.headers.length ? columns[0]! : Number.POSITIVE_INFINITY;
      const isTitle = (cell: Cell) => row === facts.headerRow.value && isWord(cellText(cell)!.trim());
      const shown = (cell: Cell, index: number) =>
        (sealed(index) || index >= from) && !isTitle(cell) ? sealCell(cell, seal) : cell;
      return { row, cells: cells.map(shown) };
    }),
  };
}

/** What was seen of columns, with the samples of these columns sealed, and no header that is a value. */
export const sealProfiles = (profiles: ColumnProfile[], columns: number[], seal: Seal): ColumnProfile[] =>
  profiles.map((profile) =>
    columns.includes(profile.index)
      ? { ...profile, header: headerOrBlank(profile.header), samples: profile.samples.map(seal) }
      : profile,
  );

/** A header that is no word is a value: the row was chosen for it by mistake. */
const headerOrBlank = (header: string): string => (isWord(header.trim()) ? header : '');
