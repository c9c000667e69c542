import { type FormatSection, formatSections, type Token } from './format-tokens';
import { generalNumber } from './general-number';
import { renderDate } from './render-date';
import { renderNumber } from './render-number';
import { isoDate, momentOf } from './serial-date';

/** A number format, ready to be used for many cells. */
export interface NumberFormat {
  isGeneral: boolean;
  /** Whether it shows a day, so that the value is a date and not only a number or a time. */
  isDate: boolean;
  sections: FormatSection[];
}

/** Excel allows 255 characters. */
const longestCode = 255;
/** So large or small that a hundred digits would have to be written. */
const isExtreme = (value: number): boolean => value !== 0 && !(Math.abs(value) < 1e100 && Math.abs(value) > 1e-100);

/** @param code a number format as Excel writes it: `#,##0.00;[Red](#,##0.00)`, `yyyy-mm-dd` */
export const compileFormat = (code: string): NumberFormat => {
  const used = code.length > longestCode || code.trim() === '' ? 'General' : systemFormats(code);
  const sections = formatSections(used);
  return {
    isGeneral: /^(general|@)$/i.test(used),
    isDate: isDateTokens(sections[0]!.tokens) && showsDay(sections[0]!.tokens),
    sections,
  };
};

/** The long date and the time of the system have a code in brackets that stands for the whole format. */
const systemFormats = (code: string): string => {
  if (code.startsWith('[$-F800]')) return 'dddd, mmmm d, yyyy';
  return code.startsWith('[$-F400]') ? 'h:mm:ss AM/PM' : code;
};

const isDateTokens = (tokens: Token[]): boolean =>
  tokens.some((token) => token.is === 'date' || token.is === 'elapsed') &&
  !tokens.some((token) => token.is === 'general');

const showsDay = (tokens: Token[]): boolean =>
  tokens.some((token) => token.is === 'date' && 'ymd'.includes(token.letter));

/**
 * A number as Excel shows it (en-US), and the ISO date behind it where the format is one of dates. Where Excel would
 * show nothing or only `####`, the plain number is shown: no value gets lost.
 */
export const showNumber = (value: number, format: NumberFormat, date1904: boolean): [text: string, iso?: string] => {
  if (format.isGeneral || isExtreme(value)) return [generalNumber(value)];
  const { section, signed } = chooseSection(format.sections, value);
  if (isDateTokens(section.tokens)) {
    const text = renderDate(value, section.tokens, date1904);
    const moment = format.isDate ? momentOf(value, date1904) : null;
    if (text === null || text.trim() === '') return [generalNumber(value)];
    return moment ? [text, isoDate(moment)] : [text];
  }
  const text = renderTokens(Math.abs(value), section.tokens);
  if (text.trim() === '') return [generalNumber(value)];
  return [(signed && value < 0 ? '-' : '') + text];
};

/** The section for a value, and whether a minus sign must be added because the section is not one for negatives. */
const chooseSection = (sections: FormatSection[], value: number): { section: FormatSection; signed: boolean } => {
  const [first, second, third] = sections.filter((section) => !section.tokens.some((token) => token.is === 'text'));
  if (!first) return { section: sections[0]!, signed: true };
  if (sections.some((section) => section.condition)) {
    const numeric = [first, second, third].filter((section) => section !== undefined);
    const section = numeric.find((one) => !one.condition || holds(one.condition, value)) ?? numeric.at(-1)!;
    return { section, signed: true };
  }
  if (value < 0 && second) return { section: second, signed: false };
  return { section: value === 0 && third ? third : first, signed: true };
};

const holds = ({ operator, value }: { operator: string; value: number }, number: number): boolean => {
  if (operator === '<') return number < value;
  if (operator === '>') return number > value;
  if (operator === '<=') return number <= value;
  if (operator === '>=') return number >= value;
  return operator === '=' ? number === value : number !== value;
};

const renderTokens = (size: number, tokens: Token[]): string => {
  const special = tokens.some((token) => token.is === 'general' || token.is === 'text');
  // Fractions (`# ?/?`) are shown as decimals.
  const fraction = tokens.some((token) => token.is === 'slash') && tokens.some((token) => token.is === 'digit');
  if (fraction) return generalNumber(size);
  if (!special) return renderNumber(size, tokens);
  return tokens
    .map((token) => {
      if (token.is === 'literal') return token.text;
      return token.is === 'general' || token.is === 'text' ? generalNumber(size) : '';
    })
    .join('');
};
