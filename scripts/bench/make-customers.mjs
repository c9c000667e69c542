#!/usr/bin/env node
/**
 * Makes a customers CSV, the same one for the same arguments: UTF-8, commas, LF, quoted where needed.
 *   node scripts/bench/make-customers.mjs --rows 100000 --bad 0.01 --start 1 --seed 7 > customers.csv
 */
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

export const columns = [
  ...['id', 'debtor_id', 'first_name', 'last_name', 'company', 'email', 'phone', 'mobile', 'date_of_birth', 'gender'],
  ...['language', 'street', 'number', 'postal_code', 'city', 'country', 'source_system', 'source_system_id'],
];

const firstNames = 'Anna Jan Piet Maria João Zoë Łukasz Ahmed Wei Sofia Liam Björn Søren Chloé José'.split(' ');
const lastNames =
  "de Vries,Jansen,Bakker,Smith,O'Neil,García,Nowak,Müller,Dubois,Rossi,Tanaka,Singh,van den Berg".split(',');
const places = [
  'Amsterdam NL',
  'Rotterdam NL',
  'Berlin DE',
  'Paris FR',
  'Madrid ES',
  'Milano IT',
  'Warszawa PL',
  'London GB',
];
const streets = ['Hoofdstraat', 'Rue de la Paix', 'Via Roma', 'High Street', 'Calle Mayor'];
const languages = ['nl', 'de', 'fr', 'es', 'en'];
const blockChars = 65_536;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
const randomFrom = (seed) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const quote = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const line = (cells) => `${cells.map((cell) => quote(String(cell))).join(',')}\n`;

/** Takes a line of a made file apart again. @param {string} text */
export const cellsOf = (text) =>
  [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
const digits = (number, width) => String(number).padStart(width, '0');

/** One customer's cells. A bad one has an email without @, a day that does not exist, or a country that does not. */
const customer = (id, random, bad) => {
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  const lastName = pick(lastNames);
  const [city, country] = pick(places).split(' ');
  const fault = random() < bad ? below(3) : -1;
  return [
    ...[id, 100_000 + id, pick(firstNames), lastName],
    random() < 0.4 ? `${lastName}, Zonen & Co "B.V."` : '',
    fault === 0 ? `customer${id}.example.com` : `customer${id}@example.com`,
    ...[`+3120${1_000_000 + below(8_999_999)}`, `+316${10_000_000 + below(89_999_999)}`],
    fault === 1 ? '1980-02-31' : `${1940 + below(65)}-${digits(1 + below(12), 2)}-${digits(1 + below(28), 2)}`,
    ...[pick(['M', 'F', 'U']), pick(languages), pick(streets), 1 + below(299), `${digits(below(10_000), 4)} AB`, city],
    ...[fault === 2 ? 'XQ' : country, 'erp', `ERP-${digits(id, 8)}`],
  ];
};

/**
 * @param {{ rows?: number, bad?: number, start?: number, seed?: number }} options
 * bad: share of rows with one bad cell; start: first id, so that a second file overlaps the first or does not
 * @returns {Generator<string>} the file in blocks
 */
export function* makeCustomers({ rows = 1000, bad = 0, start = 1, seed = 7 } = {}) {
  const random = randomFrom(seed);
  let block = line(columns);
  for (let id = start; id < start + rows; id += 1) {
    block += line(customer(id, random, bad));
    if (block.length < blockChars) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** Writes the file; never holds more than a block. @param {string} path */
export const writeCustomers = (path, options) =>
  pipeline(Readable.from(makeCustomers(options)), createWriteStream(path));

const isCalled = resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url);
if (isCalled) {
  const { parseArgs } = await import('node:util');
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { rows: text, bad: text, start: text, seed: text } });
  const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
  await pipeline(Readable.from(makeCustomers(options)), process.stdout);
}
