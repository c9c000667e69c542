import type { z } from 'zod';
import { limits } from '../../limits';
import type { BlankRule, MatchKey, Mode } from '../../mapping';
import { customerById, customerBySourceId, requestById, requestBySourceId } from './by-id-schema';
import { customerInput, requestBySourceSystem } from './by-source-system-schema';
import type { SaidCustomer } from './cells';
import { cellsById } from './cells-by-id';
import { cellsBySourceSystem } from './cells-by-source-system';
import { cellsScheduled } from './cells-scheduled';
import { scheduledCustomer, scheduledRequest } from './scheduled-schema';
import { unwrap } from './unwrap';

/** Contract A by its two addresses, B and C. */
export const dialects = ['byId', 'bySourceId', 'bySourceSystem', 'scheduled'] as const;
export type Dialect = (typeof dialects)[number];

/** What a dialect means for the import that a request becomes. */
export interface BulkMapping {
  /** Null where customers are only created, and none is looked for. */
  matchKey: MatchKey | null;
  mode: Mode;
  blank: BlankRule;
  /** One customer that cannot be taken stops them all. */
  atomic: boolean;
  /** A customer that is found fails, as by the email that it shares (`10142 CustomerAlreadyExists`). */
  known?: 'error';
  /** Fields that have to say something: that their keys are there is for the schema to say. */
  required?: readonly string[];
}

export interface Contract<Entry = unknown> {
  /** The key of the list in the body. */
  list: 'customers' | 'inputs';
  most: number;
  request: z.ZodType;
  entry: z.ZodType<Entry>;
  /** Comes before the schema. */
  unwrap: (entry: unknown) => unknown;
  toCells: (entry: Entry) => SaidCustomer;
  /** Its addresses are columns where they can be. Not where the answer has them as they stood in the request. */
  addressColumns: boolean;
  mapping: BulkMapping;
}

const same = (entry: unknown) => entry;
const contract = <Entry>(of: Contract<Entry>): Contract => of as Contract;

const upsert = { mode: 'upsert', blank: 'clear', atomic: false } as const;
const create = { mode: 'create', blank: 'clear' } as const;

export const contracts: Record<Dialect, Contract> = {
  byId: contract({
    list: 'customers',
    most: limits.bulkCustomers,
    request: requestById,
    entry: customerById,
    unwrap: same,
    toCells: cellsById,
    addressColumns: true,
    mapping: { ...upsert, matchKey: 'id' },
  }),
  bySourceId: contract({
    list: 'customers',
    most: limits.bulkCustomers,
    request: requestBySourceId,
    entry: customerBySourceId,
    unwrap: same,
    toCells: cellsById,
    addressColumns: true,
    mapping: { ...upsert, matchKey: 'source' },
  }),
  bySourceSystem: contract({
    list: 'inputs',
    most: limits.bulkCustomers,
    request: requestBySourceSystem,
    entry: customerInput,
    unwrap,
    toCells: cellsBySourceSystem,
    addressColumns: false,
    mapping: { ...create, matchKey: null, atomic: true },
  }),
  scheduled: contract({
    list: 'customers',
    most: limits.scheduledCustomers,
    request: scheduledRequest,
    entry: scheduledCustomer,
    unwrap: same,
    toCells: cellsScheduled,
    addressColumns: true,
    mapping: {
      ...{ ...create, matchKey: 'email', atomic: false, known: 'error' },
      required: ['firstName', 'email', 'country'],
    },
  }),
};
