import { limits } from '../limits';

/** Endings of files that can be imported, with their dot, in lower case. */
export const acceptedExtensions: string[] = ['.csv', '.tsv', '.txt', '.xlsx'];

/** Endings of files that hold a spreadsheet but must be saved in another form first. */
const convertible: Record<string, string> = {
  '.xls': 'an old Excel file. Save it as XLSX and upload that.',
  '.xlsb': 'a binary Excel file. Save it as XLSX and upload that.',
  '.xlsm': 'an Excel file with macros. Save it as XLSX and upload that.',
  '.ods': 'an OpenDocument file. Save it as XLSX or CSV and upload that.',
  '.numbers': 'a Numbers file. Export it as CSV or XLSX and upload that.',
};

/**
 * Whether a file can be refused without looking inside.
 * @param size in bytes
 * @returns one sentence that names the file, the limit and the remedy; null when the file may be tried
 */
export const refuseByName = (fileName: string, size: number): string | null => {
  const dot = fileName.lastIndexOf('.');
  const extension = dot < 0 ? '' : fileName.slice(dot).toLowerCase();
  if (Object.hasOwn(convertible, extension)) return `${fileName} is ${convertible[extension]}`;
  if (!acceptedExtensions.includes(extension)) {
    return `${fileName} is not a spreadsheet. Choose a CSV, TSV or XLSX file.`;
  }
  if (size > limits.fileBytes) return tooLarge(fileName, size);
  if (size === 0) return isEmpty(fileName);
  return null;
};

export const isEmpty = (fileName: string): string => `${fileName} is empty. Choose a file with a header and rows.`;

export const tooLarge = (fileName: string, size: number): string => {
  const limit = limits.fileBytes / 1024 / 1024;
  // Rounded up, so that a file just above the limit never reads as the limit itself.
  const megabytes = Math.ceil(size / 1024 / 1024);
  const parts = Math.ceil(size / limits.fileBytes);
  const words = ['two', 'three', 'four', 'five'][parts - 2] ?? `${parts}`;
  return `${fileName} is ${megabytes} MB. The limit is ${limit} MB. Split it into ${words} files.`;
};
