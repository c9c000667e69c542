import type { FileBytes } from '../../files';
import type { IntakeOptions } from '../../mapping';
import { type OpenedSheet, openSheet } from '../open-sheet';
import type { RecordSource } from '../record-source';
import { RefusedWhileReading } from '../refusal';
import { openArchive } from './archive';
import type { CellContext } from './read-cell';
import { readSharedStrings } from './shared-strings';
import { sheetSource } from './sheet-source';
import { readWorkbook, type SheetPart } from './workbook-parts';

interface ChosenSheet {
  sheet: SheetPart;
  evidence: string;
}

/**
 * Opens an .xlsx workbook and chooses a sheet: the named one, else the first that is visible and has rows.
 * @throws RefusedWhileReading for a sheet that it does not have, damage, passwords, archives built to do harm, and ZIP files that are no workbook
 */
export const openWorkbook = async (
  bytes: FileBytes,
  fileName: string,
  options: IntakeOptions,
): Promise<OpenedSheet> => {
  const { sheets, context } = await readContext(bytes, fileName);
  const sourceOf = (sheet: SheetPart): RecordSource => sheetSource(bytes, sheet.part, context);
  if (options.sheet !== undefined && !sheets.some(({ name }) => name === options.sheet))
    throw noSuchSheet(fileName, options.sheet, sheets);
  const chosen = await chooseSheet(sheets, sourceOf, options.sheet);
  const facts = {
    format: 'xlsx' as const,
    sheet: { value: chosen.sheet.name, evidence: chosen.evidence },
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
  };
  return openSheet(sourceOf(chosen.sheet), fileName, facts, options);
};

const readContext = async (
  bytes: FileBytes,
  fileName: string,
): Promise<{ sheets: SheetPart[]; context: CellContext }> => {
  const archive = await openArchive(bytes, fileName);
  try {
    const { sheets, formats, date1904, sharedStringsPart } = await readWorkbook(archive, fileName);
    if (!sheets.some((sheet) => !sheet.hidden)) {
      throw new RefusedWhileReading(
        `${fileName} has no visible sheet with cells. Show or add one and upload it again.`,
      );
    }
    const strings = sharedStringsPart ? await readSharedStrings(archive, sharedStringsPart, fileName) : null;
    return { sheets, context: { fileName, formats, date1904, strings } };
  } finally {
    archive.close();
  }
};

const chooseSheet = async (
  sheets: SheetPart[],
  sourceOf: (sheet: SheetPart) => RecordSource,
  name: string | undefined,
): Promise<ChosenSheet> => {
  const named = sheets.find((sheet) => sheet.name === name);
  if (named) return { sheet: named, evidence: 'chosen' };
  const visible = sheets.filter((sheet) => !sheet.hidden);
  if (visible.length === 1) return { sheet: visible[0]!, evidence: 'only visible sheet' };
  for (const [index, sheet] of visible.entries()) {
    if (await hasRecords(sourceOf(sheet))) {
      return { sheet, evidence: index === 0 ? 'first sheet' : 'first sheet with rows' };
    }
  }
  return { sheet: visible[0]!, evidence: 'first sheet' };
};

/** Of a workbook with many sheets not all are named. */
const mostNamed = 10;

const noSuchSheet = (fileName: string, name: string, sheets: SheetPart[]): RefusedWhileReading => {
  const named = sheets.slice(0, mostNamed).map((sheet) => `“${sheet.name}”`);
  const more = sheets.length > mostNamed ? ` and ${sheets.length - mostNamed} more` : '';
  return new RefusedWhileReading(
    `${fileName} has no sheet “${name}”. It has ${named.join(', ')}${more}. Choose one of them.`,
  );
};

const hasRecords = async (source: RecordSource): Promise<boolean> => {
  for await (const batch of source.records()) if (batch.length > 0) return true;
  return false;
};
