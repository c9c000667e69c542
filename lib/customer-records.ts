/** Customers as storage gives and takes them: shapes only, the same on every engine. */
import type { Value } from './customer/fields';
import type { MatchKey } from './mapping';

export type Patch = Record<string, [old: Value, now: Value]>;

/** Where in the customer's addresses a prefix is written; `remove` when nothing but blanks is left. */
export interface AddressTarget {
  number: number;
  isNew: boolean;
  remove: boolean;
}

/** Rows of the customer's own tables that a list in a row writes or, without values, removes. */
export interface ListTargets {
  addresses?: (LiveAddress & { remove?: true })[];
  attributes?: (Omit<LiveAttribute, 'value'> & { value: string | null })[];
}

export interface DerivedKeys {
  emailKey: string | null;
  nameKey: string;
  companyKey: string | null;
  search: string;
}

export interface LiveAddress {
  number: number;
  type: string;
  isDefault: boolean;
  values: Record<string, Value>;
}

/** Known by class and name. */
export interface LiveAttribute {
  class: string;
  name: string;
  type: string;
  value: string;
}

/** A customer as it is now. */
export interface LiveCustomer {
  id: number;
  uuid: string;
  version: number;
  /** The customer's own fields by name; blank ones are null or absent. */
  values: Record<string, Value>;
  addresses: LiveAddress[];
  attributes: LiveAttribute[];
}

/** By which key customers are looked up; the texts are canonical (`keysOf`), without the kind. */
export interface KeyLookup {
  kind: MatchKey;
  keys: string[];
}

export interface CustomerQuery {
  q?: string;
  /** Finds customers too whose sensitive value is sealed to a token that begins so. */
  sealed?: string;
  sort: 'lastChange' | 'debtorId' | 'name' | 'company' | 'email';
  descending: boolean;
  after?: { key: string | number | null; id: number };
  limit: number;
}

export interface CustomerRecord extends LiveCustomer {
  createdAt: number;
  updatedAt: number;
  lastChange: {
    kind: 'import' | 'edit';
    importId: number | null;
    name: string;
    row: number | null;
    created: boolean;
  } | null;
  /** The key by which each order of the list goes on. */
  sortKeys: Record<CustomerQuery['sort'], string | number | null>;
}

export interface Change {
  operation: number;
  kind: 'import' | 'edit';
  created: boolean;
  importId: number | null;
  fileName: string | null;
  row: number | null;
  at: number;
  patch: Patch;
}
