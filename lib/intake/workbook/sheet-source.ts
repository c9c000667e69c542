import type { FileBytes } from '../../files';
import type { RawRow } from '../../row';
import type { RecordSource } from '../record-source';
import { openArchive } from './archive';
import type { CellContext } from './read-cell';
import { SheetParser } from './sheet-parser';
import { XmlReader } from './xml-reader';

/** One sheet of a workbook as a stream of records. */
export const sheetSource = (file: FileBytes, part: string, context: CellContext): RecordSource => {
  const { fileName } = context;
  let bytes = 0;
  let hiddenRows = 0;
  async function* records(signal?: AbortSignal): AsyncGenerator<RawRow[]> {
    bytes = 0;
    const fileBytes = file.size;
    const archive = await openArchive(file, fileName);
    try {
      const parser = new SheetParser(context, Math.max(bounds.chars, bounds.charsPerByte * fileBytes));
      const reader = new XmlReader(fileName, parser);
      const unpacked = Math.max(1, archive.size(part));
      let seen = 0;
      for await (const chunk of archive.read(part)) {
        signal?.throwIfAborted();
        seen += chunk.length;
        bytes = Math.min(fileBytes, Math.round((seen / unpacked) * fileBytes));
        // What follows the rows is unpacked for its checksum only.
        if (parser.done) continue;
        reader.write(chunk);
        hiddenRows = parser.hiddenRows;
        if (parser.records.length >= bounds.batchRows || parser.chars >= bounds.batchChars) yield parser.take();
      }
      if (!parser.done) reader.end();
      if (parser.records.length > 0) yield parser.take();
      bytes = fileBytes;
    } finally {
      archive.close();
    }
  }
  return {
    records,
    bytesRead: () => bytes,
    missingIsBlank: true,
    skipRows: 0,
    notices: () => hiddenNotice(hiddenRows),
  };
};

const bounds = {
  batchRows: 500,
  batchChars: 2_000_000,
  /** Characters of all cells; whichever is more. Customers have about four for each byte of the file. */
  chars: 64_000_000,
  charsPerByte: 100,
};

const hiddenNotice = (count: number): string[] => {
  if (count === 0) return [];
  return [count === 1 ? '1 hidden row is read too.' : `${count.toLocaleString('en-US')} hidden rows are read too.`];
};
