import type { Reading } from './reading';

/** ISO 8601: a day, or a day and a time with or without seconds, and with or without its zone. */
const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** A moment, kept in UTC to the millisecond. What has no zone is in UTC, and a day alone its midnight. */
export function readTimestamp(text: string): Reading {
  const [, day, time = '00:00', seconds = '00', fraction = '', zone = 'Z'] = form.exec(text) ?? [];
  if (day === undefined) return refused;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase();
  const local = `${day}T${time}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  const moment = new Date(`${local}${offset}`);
  if (Number.isNaN(moment.getTime()) || !exists(local)) return refused;
  return { value: moment.toISOString() };
}

/** Days that no month has would go on into the next one. */
const exists = (local: string): boolean => {
  const read = new Date(`${local}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString() === `${local}Z`;
};

const refused: Reading = { value: null, code: 'invalid_timestamp' };
