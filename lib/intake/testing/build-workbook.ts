import { ZipFile } from 'yazl';

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a small workbook; every one can be replaced or, with null, left out. */
export interface Parts {
  [name: string]: string | Buffer | null;
}

/** A ZIP archive with these parts. */
export const buildZip = async (parts: Parts | [name: string, content: string | Buffer][]): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Array.isArray(parts) ? parts : Object.entries(parts)) {
    if (content !== null) zip.addBuffer(Buffer.from(content), name);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** A workbook whose first sheet has this XML inside `sheetData`; other parts can be given by name. */
export const buildWorkbook = (sheetData: string, parts: Parts = {}): Promise<Buffer> =>
  buildZip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook('<sheet name="Sheet1" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId8', 'styles', 'styles.xml'],
      ['rId9', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet(sheetData),
    ...parts,
  });

export const relations = (list: [id: string, type: string, target: string][]): string =>
  `<Relationships>${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const workbook = (sheets: string, properties = ''): string =>
  `<workbook xmlns:r="${types}"><workbookPr ${properties}/><sheets>${sheets}</sheets></workbook>`;

export const sheet = (sheetData: string): string => `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`;

/** Styles with these number formats, by style index. */
export const styles = (...codes: string[]): string => {
  const escaped = codes.map((code) => code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'));
  const formats = escaped.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join('');
  const cells = codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('');
  return `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`;
};

/** A row of inline texts. */
export const textRow = (row: number, ...texts: string[]): string =>
  `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
