import { posix } from 'node:path';
import { damaged, RefusedWhileReading, tooMuchInside } from '../refusal';
import type { Archive } from './archive';
import { builtInFormats } from './built-in-formats';
import { compileFormat, type NumberFormat } from './number-format';
import { XmlReader } from './xml-reader';

export interface SheetPart {
  name: string;
  hidden: boolean;
  /** Where its cells are in the archive. */
  part: string;
}

/** What a workbook has beside its cells. */
export interface Workbook {
  sheets: SheetPart[];
  /** Whether days count from 1904 on, as in old Excel for Mac. */
  date1904: boolean;
  /** Number formats by style index. */
  formats: NumberFormat[];
  sharedStringsPart: string | null;
}

interface Relation {
  type: string;
  target: string;
}

/** Bytes of a part that is kept in memory as a whole. */
const largestPart = 32 * 1024 * 1024;
const mostSheets = 1000;

/** Reads the list of sheets and the styles (ECMA-376 part 1, 18.2 and 18.8). */
export const readWorkbook = async (archive: Archive, fileName: string): Promise<Workbook> => {
  const top = await readRelations(archive, '', fileName);
  const part = [...top.values()].find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.names.includes(part)) throw notAWorkbook(archive, fileName);
  const relations = await readRelations(archive, part, fileName);
  const partOf = (type: string) => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return target && archive.names.includes(target) ? target : null;
  };
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readPart(archive, part, fileName, (name, attributes) => {
    if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
    if (name !== 'sheet' || sheets.length >= mostSheets) return;
    const id = Object.keys(attributes).find((key) => key === 'id' || key.endsWith(':id'));
    const relation = relations.get(attributes[id ?? ''] ?? '');
    // Chart sheets and macro sheets have no cells.
    if (relation?.type !== 'worksheet') return;
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    sheets.push({ name: attributes.name ?? '', hidden, part: relation.target });
  });
  const styles = partOf('styles');
  const formats = styles ? await readFormats(archive, styles, fileName) : [];
  return { sheets, date1904, formats, sharedStringsPart: partOf('sharedStrings') };
};

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

const readPart = async (
  archive: Archive,
  part: string,
  fileName: string,
  open: (name: string, attributes: Record<string, string>) => void,
  close: (name: string) => void = () => {},
): Promise<void> => {
  const reader = new XmlReader(fileName, { open, close, text: () => {} });
  let size = 0;
  for await (const chunk of archive.read(part)) {
    size += chunk.length;
    if (size > largestPart) throw tooMuchInside(fileName);
    reader.write(chunk);
  }
  reader.end();
};

/** Which parts belong to a part, by id (ECMA-376 part 2, 9.3). Types of the strict and the usual kind end alike. */
const readRelations = async (archive: Archive, part: string, fileName: string): Promise<Map<string, Relation>> => {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!archive.names.includes(name)) return relations;
  await readPart(archive, name, fileName, (element, attributes) => {
    if (element !== 'Relationship' || attributes.Id === undefined) return;
    const target = (attributes.Target ?? '').replaceAll('\\', '/').toLowerCase();
    relations.set(attributes.Id, {
      type: attributes.Type?.split('/').pop() ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    });
  });
  return relations;
};

const readFormats = async (archive: Archive, part: string, fileName: string): Promise<NumberFormat[]> => {
  const codes = new Map(Object.entries(builtInFormats));
  const ids: string[] = [];
  let inCellFormats = false;
  await readPart(
    archive,
    part,
    fileName,
    (name, attributes) => {
      if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? 'General');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) ids.push(attributes.numFmtId ?? '0');
    },
    (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  );
  const compiled = new Map<string, NumberFormat>();
  return ids.map((id) => {
    const code = codes.get(id) ?? 'General';
    if (!compiled.has(code)) compiled.set(code, compileFormat(code));
    return compiled.get(code)!;
  });
};

const notAWorkbook = ({ names }: Archive, fileName: string): RefusedWhileReading => {
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has('xl/workbook.bin')) {
    return new RefusedWhileReading(`${fileName} is a binary Excel file. Save it as XLSX and upload that.`);
  }
  if (has('mimetype') && has('content.xml')) {
    return new RefusedWhileReading(`${fileName} is an OpenDocument file. Save it as XLSX or CSV and upload that.`);
  }
  if (has('word/') || has('ppt/')) {
    return new RefusedWhileReading(
      `${fileName} is an Office document, not a spreadsheet. Choose a CSV, TSV or XLSX file.`,
    );
  }
  if (has('index/document.iwa') || has('index.zip')) {
    return new RefusedWhileReading(`${fileName} is a Numbers file. Export it as CSV or XLSX and upload that.`);
  }
  if (has('xl/') || has('[content_types].xml')) return damaged(fileName);
  return new RefusedWhileReading(`${fileName} is a ZIP file. Unpack it and upload the spreadsheet that is inside.`);
};
