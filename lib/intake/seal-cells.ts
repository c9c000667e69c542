import type { ColumnProfile, FileFacts, Protection } from '../mapping';
import { type Cell, cellText, type RawRow, sealedFrom } from '../row';
import type { Vault } from '../vault';
import { filledLength, isBlank } from './blank';

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

/** What was found in a file, with all that shows sealed values sealed or left out. */
export function sealFacts(facts: FileFacts, { sealed, headers, kept, notices }: Protection, seal: Seal): FileFacts {
  const found = {
    ...facts,
    ...(kept.length > 0 ? { kept } : {}),
    notices: [...facts.notices, ...notices],
  };
  if (sealed.length === 0) return found;
  return {
    ...found,
    sealed,
    headers,
    preview: facts.preview.map(({ row, cells, broken }) => {
      const from = broken ? 0 : filledLength(cells) > facts.headers.length ? sealed[0]! : Number.POSITIVE_INFINITY;
      const isTitle = (index: number) => row === facts.headerRow.value && !broken && (headers[index] ?? '') !== '';
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
