import type { FileBytes } from '../files';

/**
 * Says what an OLE compound file holds: workbooks with a password and Office files from before 2007 both come in this
 * container. Stream names stand in its directory in UTF-16 ([MS-CFB] 2.6, [MS-OFFCRYPTO] 2.3.4.4).
 */
export const describeOldOffice = async (bytes: FileBytes, fileName: string): Promise<string> => {
  const names = await directoryNames(bytes);
  if (names.includes('EncryptedPackage')) {
    return `${fileName} is protected with a password. Remove the password and try again.`;
  }
  if (names.includes('Workbook') || names.includes('Book')) {
    return `${fileName} is an old Excel file. Save it as XLSX and upload that.`;
  }
  return `${fileName} is an old Office file, not a spreadsheet. Choose a CSV, TSV or XLSX file.`;
};

const entryBytes = 128;
const entriesRead = 64;

const directoryNames = async (bytes: FileBytes): Promise<string[]> => {
  const header = Buffer.alloc(512);
  await bytes.read(header, 0);
  const sectorBytes = 1 << Math.min(header.readUInt16LE(30), 16);
  const directory = Buffer.alloc(entryBytes * entriesRead);
  await bytes.read(directory, (header.readUInt32LE(48) + 1) * sectorBytes);
  const entries = Array.from({ length: entriesRead }, (_, at) => directory.subarray(at * entryBytes));
  return entries.map((entry) =>
    entry.toString('utf16le', 0, Math.min(entry.readUInt16LE(64), 64)).replace(/\0.*$/s, ''),
  );
};
