import { issueCatalogue } from '../issue-catalogue';
import { type Issue, issue } from '../issues';
import { limits } from '../limits';
import { cellText, type RawRow } from '../row';
import { isSealed, maskStart } from '../sealed';

/**
 * The faults of a whole row as issues. Edits can put a row right: the missing cells of a short row are typed in; and who
 * edits a cell of a row that is too long or malformed has looked at it and takes it as it then stands, with a warning
 * that says what does not come along.
 * @param width how many columns the header has
 */
export function rowFaults(row: RawRow, edits: Record<number, string> | undefined, width: number): Issue[] {
  return (row.faults ?? []).flatMap(({ column, code, line }) => {
    if (column !== null) return [];
    if (code === 'line_too_long') return [issue(code, null, { message: cut(line) })];
    if (code === 'row_too_short') return lacks(row, edits, width) ? [issue(code, null)] : [];
    const told = code === 'malformed_row' ? malformed(line) : code === 'row_shifted' ? shifted : beyond(row, width);
    return [
      isEdited(edits)
        ? issue('row_as_edited', null, { message: told.edited })
        : issue(code, null, { message: told.open }),
    ];
  });
}

const cut = (line: number | undefined) =>
  `${line === undefined ? 'This line' : `Line ${line}`} of the file is longer than ${limits.recordChars.toLocaleString('en')} characters, so the rest of it was not read. Shorten it in the file and upload that, or exclude the row.`;

/** Whether a part of the row's line was never read. Nothing that is typed brings it back. */
export const isCut = (row: RawRow): boolean => row.faults?.some(({ code }) => code === 'line_too_long') ?? false;

const malformed = (line: number | undefined) => {
  const where = line === undefined ? 'The line' : `Line ${line}`;
  return {
    open: `${where} of the file has a quotation mark out of place. Correct the cells to take the row, or correct the file.`,
    edited: `${where} of the file has a quotation mark out of place. The row is taken as it stands here.`,
  };
};

const shifted = {
  open: issueCatalogue.row_shifted.message,
  edited: 'The row does not have as many cells as the header. It is taken as it stands here.',
};

/** Characters of the surplus that a message shows. */
const shown = 80;

function beyond(row: RawRow, width: number) {
  const texts = row.cells.slice(width).map((cell) => hidden(cellText(cell)!.trim()));
  const surplus = texts.filter(Boolean).join(' | ');
  const quoted = `“${surplus.length > shown ? `${surplus.slice(0, shown)}…` : surplus}”`;
  return {
    open: `Beyond the last column stands ${quoted}. Look for a separator inside a value, then correct a cell to take the row.`,
    edited: `Left out, because it stands beyond the last column: ${quoted}.`,
  };
}

const hidden = (text: string) => (isSealed(text) ? maskStart : text);

function lacks(row: RawRow, edits: Record<number, string> | undefined, width: number): boolean {
  if (row.cells.length >= width) return true;
  for (let index = row.cells.length; index < width; index++) if (edits?.[index] === undefined) return true;
  return false;
}

/** Whether a person changed a cell of the row. */
export const isEdited = (edits: Record<number, string> | undefined): boolean =>
  edits !== undefined && Object.keys(edits).length > 0;
