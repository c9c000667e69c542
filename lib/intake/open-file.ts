import type { FileBytes } from '../files';
import { limits } from '../limits';
import type { IntakeOptions } from '../mapping';
import { isEmpty, tooLarge } from './accept';
import { fileKind } from './file-kind';
import { describeOldOffice } from './old-office';
import type { OpenedSheet } from './open-sheet';
import { type Refusal, RefusedWhileReading, refusalAsValue } from './refusal';
import { safeFileName } from './safe-file-name';
import { openText } from './text/open-text';
import { openWorkbook } from './workbook/open-workbook';

export type { Refusal } from './refusal';
export type OpenedFile = OpenedSheet;

/**
 * Opens a file of rows, whatever its name says it is.
 * @param bytes what is in it
 * @param fileName how a person knows it, for the sentence that refuses it
 * @param options what a person chose; the rest is detected
 * @returns what was found and the rows, or one sentence that says why it cannot be read and what to do.
 *   `rows` throws RefusedWhileReading for what shows only later: damage, too many rows, a compression bomb.
 */
export const openFile = (bytes: FileBytes, fileName: string, options: IntakeOptions): Promise<OpenedFile | Refusal> =>
  refusalAsValue(async () => {
    const name = safeFileName(fileName);
    if (bytes.size > limits.fileBytes) throw new RefusedWhileReading(tooLarge(name, bytes.size));
    const kind = await fileKind(bytes);
    if (kind.is === 'empty') throw new RefusedWhileReading(isEmpty(name));
    if (kind.is === 'text') return openText(bytes, name, options);
    if (kind.is === 'zip') return openWorkbook(bytes, name, options);
    if (kind.is === 'ole') throw new RefusedWhileReading(await describeOldOffice(bytes, name));
    throw new RefusedWhileReading(`${name} is ${kind.what}, not a spreadsheet. Choose a CSV, TSV or XLSX file.`);
  });
