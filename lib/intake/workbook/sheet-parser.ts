import { limits } from '../../limits';
import { cellText, type RawRow } from '../../row';
import { isBlank } from '../blank';
import { damaged, tooManyColumns, tooManyRows, tooMuchInside } from '../refusal';
import { type CellContext, type CellElement, readCell } from './read-cell';
import { isTrue } from './workbook-parts';
import type { XmlHandlers } from './xml-reader';
import { checkCellLength } from './xml-reader';

/** Turns the XML of a sheet (ECMA-376 part 1, 18.3) into records, which gather in `records` until they are taken. */
export class SheetParser implements XmlHandlers {
  records: RawRow[] = [];
  /** Whether all rows have been seen; what follows (merges, links, drawings) does not matter. */
  done = false;
  hiddenRows = 0;
  /** Characters in `records`. */
  chars = 0;
  private allChars = 0;
  private inData = false;
  private record: RawRow = { row: 0, cells: [] };
  private rowHidden = false;
  private column = -1;
  private cell: CellElement = emptyCell;
  private inText = false;
  private inPhonetic = false;

  /** @param mostChars characters that all cells together may have: one shared text can fill millions of cells */
  constructor(
    private readonly context: CellContext,
    private readonly mostChars: number,
  ) {}

  /** The records gathered so far. */
  take(): RawRow[] {
    const { records } = this;
    this.records = [];
    this.chars = 0;
    return records;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'sheetData') this.inData = true;
    if (!this.inData) return;
    if (name === 'c') this.startCell(attributes);
    else if (name === 'v') this.inText = this.cell.hasValue = true;
    else if (name === 'row') this.startRow(attributes);
    else if (name === 'f') this.cell.hasFormula = true;
    else if (name === 't') this.inText = this.cell.hasValue = !this.inPhonetic;
    else if (name === 'rPh') this.inPhonetic = true;
  }

  text(text: string): void {
    if (!this.inText) return;
    this.cell.value += text;
    checkCellLength(this.cell.value, this.context.fileName);
  }

  close(name: string): void {
    if (!this.inData) return;
    if (name === 'c') this.endCell();
    else if (name === 'v' || name === 't') this.inText = false;
    else if (name === 'row') this.endRow();
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'sheetData') {
      this.done = true;
      this.inData = false;
    }
  }

  private startRow(attributes: Record<string, string>): void {
    const row = attributes.r === undefined ? this.record.row + 1 : Number(attributes.r);
    // Rows stand in ascending order; otherwise a row number would not name one row.
    if (!Number.isInteger(row) || row <= this.record.row) throw damaged(this.context.fileName);
    if (row > limits.rows) throw tooManyRows(this.context.fileName, limits.rows);
    this.record = { row, cells: [] };
    this.rowHidden = isTrue(attributes.hidden);
    this.column = -1;
  }

  private endRow(): void {
    const { record } = this;
    if (record.cells.length === 0) return;
    if (record.faults === undefined && record.cells.every(isBlank)) return;
    if (this.rowHidden) this.hiddenRows++;
    this.records.push(record);
  }

  private startCell(attributes: Record<string, string>): void {
    this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
    if (this.column < 0) throw damaged(this.context.fileName);
    const { t: type = 'n', s: style } = attributes;
    this.cell = { type, style: Number(style ?? 0), value: '', hasValue: false, hasFormula: false };
  }

  private endCell(): void {
    const [cell, fault] = readCell(this.cell, this.context);
    if (cell === '' && fault === undefined) return;
    if (this.column >= limits.columns) throw tooManyColumns(this.context.fileName, limits.columns);
    const { record, column } = this;
    const { length } = cellText(cell)!;
    this.chars += length;
    this.allChars += length;
    if (this.allChars > this.mostChars) throw tooMuchInside(this.context.fileName);
    while (record.cells.length < column) record.cells.push('');
    record.cells[column] = cell;
    if (fault) record.faults = [...(record.faults ?? []), { column, code: fault }];
  }
}

const emptyCell: CellElement = { type: 'n', style: 0, value: '', hasValue: false, hasFormula: false };

/** `AB12` → 27; -1 when it names no column of a sheet. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (let index = 0; index < reference.length && index < 4; index++) {
    const code = reference.charCodeAt(index) | 0x20;
    if (code < 97 || code > 122) break;
    column = column * 26 + code - 96;
  }
  return column > 16_384 ? -1 : column - 1;
};
