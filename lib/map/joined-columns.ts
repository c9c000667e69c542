import { holdsNumber } from '../customer/person-number';
import type { OpenedFile } from '../intake/open-file';
import { cellText, sealedFrom } from '../row';

/** All at which text files are cut into cells. */
export const separators = /[,;\t|\r\n]/;

/**
 * The columns in which a value of several parts has a number among them, in any row: a file that is cut at the wrong separator has
 * values of other columns in one.
 * @param sealed columns that are sealed, and with them rows that do not fit
 * @throws RefusedWhileReading
 */
export async function joinedColumns(file: OpenedFile, sealed: number[], signal?: AbortSignal): Promise<number[]> {
  const found = new Set(sealed);
  for await (const batch of file.rows({ signal })) {
    for (const row of batch) {
      const end = Math.min(row.cells.length, sealedFrom(row, sealed));
      for (let index = 0; index < end; index++) {
        if (!found.has(index) && isJoined(cellText(row.cells[index]) ?? '')) found.add(index);
      }
    }
  }
  return [...found];
}

const isJoined = (text: string): boolean => separators.test(text) && text.split(separators).some(holdsNumber);
