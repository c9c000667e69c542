/** The parts of a workbook besides its sheets, as Open Packaging wants them (ECMA-376 part 2). */
export function workbookParts(sheets: number): [name: string, text: string][] {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  const types = numbers.map(
    (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetMl}.worksheet+xml"/>`,
  );
  const relations = numbers.map((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`));
  const names = numbers.map(
    (number) =>
      `<sheet name="${number === 1 ? 'Report' : `Report ${number}`}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return [
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/>${types.join('')}</Types>`,
    ],
    ['_rels/.rels', related([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelations}"><sheets>${names.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', related(relations)],
  ];
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;
const related = (relations: string[]): string =>
  `${xml}<Relationships xmlns="${packages}/relationships">${relations.join('')}</Relationships>`;
