/** A moment as a spreadsheet keeps it: days since the start of 1900 or 1904, with the time as the fraction. */
export interface SerialMoment {
  year: number;
  month: number;
  /** 0 for the day before the first: Excel shows serial 0 as 1/0/1900. */
  day: number;
  /** 0 is Sunday. */
  weekday: number;
  hours: number;
  minutes: number;
  seconds: number;
  /** The rest of the second, from 0 to 1. */
  fraction: number;
}

/** Days from the first day of the 1900 system to that of the 1904 system. */
const days1904 = 1462;
/** 9999-12-31 */
const lastDay = 2_958_465;
const msPerDay = 86_400_000;

/**
 * The moment that a serial number stands for; null where Excel shows none (negative, or after 9999).
 * Serial 60 is 1900-02-29, a day that never was (https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year).
 * @param precise whether parts of a second are kept; otherwise the time is rounded to whole seconds
 */
export const momentOf = (serial: number, date1904: boolean, precise = false): SerialMoment | null => {
  const shifted = date1904 ? serial + days1904 : serial;
  let days = Math.floor(shifted);
  let ms = Math.round((shifted - days) * msPerDay);
  if (!precise) ms = Math.round(ms / 1000) * 1000;
  if (ms >= msPerDay) [days, ms] = [days + 1, 0];
  if (!(days >= 0 && days <= lastDay)) return null;
  const time = {
    hours: Math.floor(ms / 3_600_000),
    minutes: Math.floor(ms / 60_000) % 60,
    seconds: Math.floor(ms / 1000) % 60,
    fraction: (ms % 1000) / 1000,
  };
  return { ...dayOf(days), weekday: (days + 6) % 7, ...time };
};

const dayOf = (days: number): { year: number; month: number; day: number } => {
  if (days === 0) return { year: 1900, month: 1, day: 0 };
  if (days === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** `1984-02-28` */
export const isoDate = ({ year, month, day }: SerialMoment): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The serial number in the 1900 system of an ISO date or date and time; null when it is none. */
export const serialOfIso = (iso: string): number | null => {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(iso);
  if (!match) return null;
  const [year, month, day, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const days = (Date.UTC(year!, month! - 1, day) - Date.UTC(1899, 11, 30)) / msPerDay;
  return (days < 61 ? days - 1 : days) + (hours * 3600 + minutes * 60 + seconds) / 86_400;
};
