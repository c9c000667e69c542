/** What a person decides between file and check: which column feeds which field, and the rules of the import. */

import type { AttributeDefinition } from './customer/attribute';
import { attributePrefix } from './customer/fields';
import type { Cell } from './row';

export const matchKeys = ['id', 'source', 'debtorId', 'email'] as const;
/** The field or fields by which a row finds its customer; `source` is the pair sourceSystem + sourceSystemId. */
export type MatchKey = (typeof matchKeys)[number];
export const matchKeyLabels: Record<MatchKey, string> = {
  id: 'ID',
  source: 'Source system and source ID',
  debtorId: 'Debtor ID',
  email: 'Email',
};

export const modes = ['upsert', 'create', 'update'] as const;
export type Mode = (typeof modes)[number];
export const blankRules = ['keep', 'clear'] as const;
export type BlankRule = (typeof blankRules)[number];
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** How a column came to its field: by its exact name, by a guess from name and values, or by a person. */
export type MatchReason = 'name' | 'guess' | 'person';

export interface ColumnMapping {
  index: number;
  /** The field's name, or null where the column is ignored. */
  field: string | null;
  reason?: MatchReason;
  /** 0 to 1, only for guesses. */
  confidence?: number;
}

export interface Mapping {
  columns: ColumnMapping[];
  /** Null while no mapped column can be a key, and for requests that create without looking for anybody. */
  matchKey: MatchKey | null;
  mode: Mode;
  blank: BlankRule;
  /** Null while undecided: dates that both orders allow are then errors. */
  dateOrder: DateOrder | null;
  /** The constant for sourceSystem where no column feeds it. */
  sourceSystem: string | null;
  /** The attributes that were defined when it was made: by them the check goes. */
  attributes?: AttributeDefinition[];
  /** What a known customer is to a mapping that only creates: skipped, unless it is an error. */
  known?: 'error';
  /** Fields without which a row is an error, as a contract has them. */
  required?: readonly string[];
  /** A column of an address means the default one of its type, and makes it where there is none. */
  defaultsOnly?: true;
}

/** What was seen of one column while the whole file was read. Bounded: a few samples and counters. */
export interface ColumnProfile {
  index: number;
  header: string;
  /** Up to five different filled values, as text. */
  samples: string[];
  filled: number;
  blank: number;
  /** How many filled values have each shape. */
  wholeNumbers: number;
  emails: number;
  phones: number;
  /** Evidence for the order of dates: values only that order allows, values that both day-first and month-first allow. */
  dates: { dmy: number; mdy: number; ymd: number; ambiguous: number };
}

/** One physical line of the top of the sheet, title lines and header included, for the preview. */
export interface PreviewRow {
  row: number;
  cells: Cell[];
  /** Its cells may be others than their author meant. Only until it is stored. */
  broken?: true;
}

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'windows-1250',
  'windows-1251',
  'iso-8859-15',
  'macintosh',
] as const;
export type Encoding = (typeof encodings)[number];
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What is protected in one way of cutting a file into cells, so that it stays so whatever way it is read anew. */
export interface Kept {
  /** The sheet, or the separator and the kind of text encoding: what the places of cells depend on. */
  layout: string;
  /** How many columns its header had. Of a longer row all is sealed from the first of the columns on. */
  width: number;
  /** By their place, with the header under which they are known. */
  columns: { index: number; header: string }[];
}

/** What of a file is sealed, and what may be shown of it. */
export interface Protection {
  /** Column indexes, the lowest first; also of columns that have no header. */
  sealed: number[];
  /** The headers, without those that may hold a sensitive value. */
  headers: string[];
  kept: Kept[];
  /** Why more is sealed than the file itself says. */
  notices: string[];
}

/** What a person may switch about how the file is read; what is not given is detected. */
export interface IntakeOptions {
  sheet?: string;
  /** Row number of the header as a person counts; 0 means there is none. */
  headerRow?: number;
  encoding?: Encoding;
  delimiter?: Delimiter;
}

/** What was found in the file, each with its evidence in a few words ("found in all rows"). */
export interface FileFacts {
  /** `json` for the request of a bulk contract. */
  format: 'csv' | 'xlsx' | 'json';
  encoding?: { value: Encoding; evidence: string; doubtful: boolean };
  delimiter?: { value: Delimiter; evidence: string };
  sheet?: { value: string; evidence: string };
  /** All sheets of a workbook, hidden ones marked. */
  sheets?: { name: string; hidden: boolean }[];
  headerRow: { value: number; evidence: string };
  /** Header texts by column index; blank and repeated ones as they are. */
  headers: string[];
  /** Indexes of the columns whose cells are sealed; absent where there are none. */
  sealed?: number[];
  /** Some cells outside of those columns are sealed too: a list of attributes, a title line. */
  hidden?: true;
  /** What was ever protected of the file; absent where nothing was. */
  kept?: Kept[];
  preview: PreviewRow[];
  /** Sentences about what was noticed: hidden rows, removed neutralising, and the like. */
  notices: string[];
}

/** The same without the headers under which protected columns are known: they are needed only to read the file anew. */
export const withoutNames = (facts: FileFacts): FileFacts => ({
  ...facts,
  ...(facts.kept && {
    kept: facts.kept.map(({ columns, ...layout }) => ({
      ...layout,
      columns: columns.map(({ index }) => ({ index, header: '' })),
    })),
  }),
});

/** The fields that rows of an import can say something about, in the order in which their values are stored. */
export function fedFields({ columns, sourceSystem }: Mapping): string[] {
  const fed = new Set(columns.flatMap(({ field }) => field ?? []));
  if (sourceSystem !== null) fed.add('sourceSystem');
  if (fed.has('parentSourceSystemId')) fed.add('parent');
  return [...fed];
}

/** Whether rows can have lists. Of an edit by hand, which has no columns, nobody knows. Asked for every row, so it is remembered. */
export function feedsLists(mapping: Mapping): boolean {
  let known = listFeeding.get(mapping);
  if (known === undefined) {
    known = mapping.columns.length === 0 || mapping.columns.some(({ field }) => isList(field));
    listFeeding.set(mapping, known);
  }
  return known;
}

const listFeeding = new WeakMap<Mapping, boolean>();
const isList = (field: string | null) =>
  field === 'addresses' || field === 'attributes' || (field?.startsWith(attributePrefix) ?? false);
