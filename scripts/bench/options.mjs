/** What `npm run bench` can be told. */
import { parseArgs } from 'node:util';
import { Told } from '../setup/say.mjs';
import { engineNames } from './engine.mjs';

const text = (value) => ({ type: 'string', default: value });
const flag = { type: 'boolean', default: false };

/**
 * @param {string[]} [args] as on the command line
 * @returns {{ engine: 'sqlite' | 'postgres', rows: number, bad: number, workers: number, readers: number, file?: string, again: boolean, api: boolean, json: boolean }}
 * Throws a sentence for what does not fit.
 */
export const readOptions = (args) => {
  const { values } = parsed({
    args,
    options: {
      engine: text('sqlite'),
      rows: text('100000'),
      bad: text('0'),
      workers: text('1'),
      readers: text('0'),
      file: { type: 'string' },
      again: flag,
      api: flag,
      json: flag,
    },
  });
  const numbers = ['rows', 'bad', 'workers', 'readers'].map((name) => [name, Number(values[name])]);
  const options = { ...values, ...Object.fromEntries(numbers) };
  const fault = faults.find(({ of }) => of(options));
  if (fault) throw new Told(fault.sentence);
  return options;
};

const parsed = (config) => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Told(error.message);
  }
};

const isCount = (number, least) => Number.isInteger(number) && number >= least;

const faults = [
  { of: ({ engine }) => !engineNames.includes(engine), sentence: `--engine is one of: ${engineNames.join(', ')}.` },
  { of: ({ rows }) => !isCount(rows, 1), sentence: '--rows must be a whole number above 0.' },
  { of: ({ bad }) => !(bad >= 0 && bad <= 1), sentence: '--bad is a share: from 0 to 1.' },
  { of: ({ workers }) => !isCount(workers, 1), sentence: '--workers must be a whole number above 0.' },
  { of: ({ readers }) => !isCount(readers, 0), sentence: '--readers must be a whole number.' },
  {
    of: ({ workers, engine }) => workers > 1 && engine === 'sqlite',
    sentence: 'Several workers share an import on PostgreSQL only: --engine postgres.',
  },
  { of: ({ again, file }) => again && file, sentence: '--again makes its own file; leave --file out.' },
  { of: ({ api, file }) => api && file, sentence: '--api makes its own file; leave --file out.' },
  { of: ({ api, bad }) => api && bad > 0, sentence: '--api sends sound customers only; leave --bad out.' },
  {
    of: ({ again, api, workers, readers }) => [again, api, workers > 1, readers > 0].filter(Boolean).length > 1,
    sentence: '--again, --api, --workers and --readers are a measurement each; take one at a time.',
  },
];
