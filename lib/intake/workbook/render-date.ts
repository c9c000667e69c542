import type { Token } from './format-tokens';
import { momentOf, type SerialMoment } from './serial-date';

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A serial number in a date or time format, in English; null where Excel shows none. */
export const renderDate = (serial: number, tokens: Token[], date1904: boolean): string | null => {
  const precise = tokens.some((token, index) => token.is === 'point' && tokens[index + 1]?.is === 'digit');
  const moment = momentOf(serial, date1904, precise);
  if (!moment) return null;
  const twelve = tokens.some((token) => token.is === 'half');
  let text = '';
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.is === 'date') text += datePart(moment, token.letter, token.length, twelve);
    else if (token.is === 'elapsed') text += elapsedPart(serial, token.letter).padStart(token.length, '0');
    else if (token.is === 'half') text += (moment.hours < 12 ? 'AM' : 'PM').slice(0, token.short ? 1 : 2);
    else if (token.is === 'literal') text += token.text;
    else if (token.is === 'slash') text += '/';
    else if (token.is === 'comma') text += ',';
    else if (token.is === 'point') {
      let digits = 0;
      while (tokens[index + 1]?.is === 'digit') [digits, index] = [digits + 1, index + 1];
      text += digits === 0 ? '.' : moment.fraction.toFixed(Math.min(digits, 3)).slice(1);
    }
  }
  return text;
};

const datePart = (moment: SerialMoment, letter: string, length: number, twelve: boolean): string => {
  const padded = (value: number) => String(value).padStart(Math.min(length, 2), '0');
  if (letter === 'y') return length <= 2 ? String(moment.year % 100).padStart(2, '0') : String(moment.year);
  if (letter === 'm' && length >= 3) return named(months[moment.month - 1]!, length);
  if (letter === 'm') return padded(moment.month);
  if (letter === 'd' && length >= 3)
    return length === 3 ? weekdays[moment.weekday]!.slice(0, 3) : weekdays[moment.weekday]!;
  if (letter === 'd') return padded(moment.day);
  if (letter === 'h') return padded(twelve ? moment.hours % 12 || 12 : moment.hours);
  return padded(letter === 'n' ? moment.minutes : moment.seconds);
};

/** `mmm` is Jan, `mmmm` January, `mmmmm` J. */
const named = (month: string, length: number): string => {
  if (length === 4) return month;
  return month.slice(0, length === 5 ? 1 : 3);
};

const elapsedPart = (serial: number, letter: string): string => {
  const seconds = Math.round(Math.abs(serial) * 86_400);
  const unit = letter === 'h' ? 3600 : letter === 'n' ? 60 : 1;
  return String(Math.floor(seconds / unit));
};
