import type { Cell, Fault } from '../../row';
import { damaged } from '../refusal';
import { compileFormat, type NumberFormat, showNumber } from './number-format';
import { serialOfIso } from './serial-date';
import type { SharedStrings } from './shared-strings';
import { checkCellLength } from './xml-reader';

/** A cell element as the sheet has it (ECMA-376 part 1, 18.3.1.4). */
export interface CellElement {
  /** The attribute `t`: s, str, inlineStr, b, e, d, n. */
  type: string;
  style: number;
  /** Text of `v` or of the inline string. */
  value: string;
  hasValue: boolean;
  hasFormula: boolean;
}

/** What cells of a workbook refer to. */
export interface CellContext {
  fileName: string;
  formats: NumberFormat[];
  date1904: boolean;
  strings: SharedStrings | null;
}

const general = compileFormat('General');

/** A cell as Excel shows it, and what is wrong with it. */
export const readCell = (element: CellElement, context: CellContext): [cell: Cell, fault?: Fault['code']] => {
  const { type, value } = element;
  if (element.hasFormula && (!element.hasValue || (value === '' && type !== 'str')))
    return ['', 'formula_without_value'];
  if (type === 's') return [sharedText(value, context)];
  if (type === 'str' || type === 'inlineStr') {
    checkCellLength(value, context.fileName);
    return [unescapeText(value)];
  }
  if (type === 'e') return [value, 'cell_error'];
  if (value === '') return [''];
  if (type === 'b') return [value === '1' || value === 'true' ? 'TRUE' : 'FALSE'];
  const format = context.formats[element.style] ?? general;
  if (type === 'd') return [isoCell(value, format)];
  return [numberCell(value, format, context.date1904)];
};

const sharedText = (value: string, { strings, fileName }: CellContext): string => {
  if (value === '') return '';
  const text = strings?.get(Number(value));
  if (text === undefined) throw damaged(fileName);
  return unescapeText(text);
};

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** `Number` alone would also take blanks, `0x10` and `Infinity`. */
const isNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Digits that no number can hold exactly are an id that some program wrote as a number: kept as they are. */
const isLongId = (value: string): boolean => value.length > 15 && /^\d+$/.test(value);

const numberCell = (value: string, format: NumberFormat, date1904: boolean): Cell => {
  if (!isNumber.test(value) || isLongId(value)) return value;
  const [text, iso] = showNumber(Number(value), format, date1904);
  return iso === undefined ? text : [text, iso];
};

const isoCell = (value: string, format: NumberFormat): Cell => {
  const serial = serialOfIso(value);
  if (serial === null) return value;
  const text = format.isDate ? showNumber(serial, format, false)[0] : value;
  return [text, value.slice(0, 10)];
};
