import { cleanText } from './clean-text';
import { addressColumns, type Value } from './fields';
import { nameFaults } from './name-faults';
import { readObjects } from './read-json';
import type { Reading } from './reading';

/** One address of a list, as a row states it: only what it says something about; null clears. */
export interface StatedAddress {
  /** Where it was changed by hand: which one it is, whatever its type and code. Its number in storage. */
  id?: number | 'new';
  /** Absent where it is not said: `ADDRESS_BOOK`, but where the address is found by its code or id. */
  type?: string;
  isDefault?: boolean;
  values: Record<string, Value>;
}

/** Reads the text of one part of an address. `country` is the one of the address, for its phones. */
export type ReadPart = (part: (typeof addressColumns)[number], text: string, country: string | undefined) => Reading;

const typeChars = 50;
const columns = new Map<string, (typeof addressColumns)[number]>(addressColumns.map((column) => [column.name, column]));

/**
 * A list of addresses in JSON: objects with `type`, `isDefault` and the parts of an address by name, of which null clears and
 * an absent one stays. Kept as a list of `StatedAddress`.
 */
export function readAddressList(text: string, read: ReadPart): Reading {
  const given = readObjects(text);
  if (!('list' in given)) return { ...notAList, message: given.message ?? notAList.message };
  const { list } = given;
  const readings = list.map((each) => one(each, read));
  const faults = readings.flatMap(({ faults }, at) => faults.map((fault) => ({ ...fault, at })));
  if (faults.length === 0) return { value: JSON.stringify(readings.map(({ stated }) => stated)) };
  const message = nameFaults(faults.map((fault) => named(fault, fault.at, list.length)));
  return { value: null, code: faults[0]!.code, message };
}

/** The addresses of a stored list. */
export const statedAddresses = (value: Value | undefined): StatedAddress[] =>
  typeof value === 'string' ? JSON.parse(value) : [];

const notAList: Reading = {
  value: null,
  code: 'invalid_json',
  message: 'Enter a list in JSON, like [{"type": "invoice", "city": "Utrecht"}].',
};

type Fault = Reading & { part?: string };
const cleared: Reading = { value: null };

function one(given: Record<string, unknown>, read: ReadPart): { stated: StatedAddress; faults: Fault[] } {
  const { type: said, isDefault, ...parts } = flat(given);
  // A blank one says nothing.
  const type = said === undefined ? undefined : cleanText(String(said)).text || undefined;
  const faults: Fault[] = [];
  if ((said !== undefined && typeof said !== 'string') || (type && type.length > typeChars))
    faults.push({ value: null, code: 'invalid_json', part: 'Type' });
  const values: Record<string, Value> = {};
  // The country first: phones are read by it.
  const names = Object.keys(parts).sort((one) => (one === 'country' ? -1 : 0));
  for (const name of names) {
    const column = columns.get(name);
    const text = asText(parts[name]);
    if (!column || text === undefined) {
      faults.push({ value: null, code: 'invalid_json', message: `“${name.slice(0, 50)}” is no part of an address.` });
      continue;
    }
    const country = typeof values.country === 'string' ? values.country : undefined;
    const reading = text === null || text.trim() === '' ? cleared : read(column, text, country);
    if (reading.value === null && reading.code) faults.push({ ...reading, part: column.label });
    values[name] = reading.value;
  }
  const flag =
    isDefault === true || isDefault === 'Y' ? true : isDefault === false || isDefault === 'N' ? false : undefined;
  const stated = { ...(type !== undefined && { type }), ...(flag !== undefined && { isDefault: flag }), values };
  return { stated, faults };
}

/** A list that was kept has its parts under `values`. */
const flat = ({ values, ...given }: Record<string, unknown>): Record<string, unknown> => ({
  ...given,
  ...(typeof values === 'object' ? values : {}),
});

/** Undefined for what is neither text, nor a number, nor yes or no. */
export function asText(value: unknown): string | null | undefined {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return typeof value === 'boolean' ? (value ? 'Y' : 'N') : undefined;
}

const named = ({ message, part }: Fault, at: number, of: number): string =>
  [of > 1 ? `Address ${at + 1}` : 'Address', part && `, ${part.toLowerCase()}`, ': ', message ?? 'it cannot be read.']
    .filter(Boolean)
    .join('');
