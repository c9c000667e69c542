import type { RowState } from '../steps';

export interface RowWithKeys {
  row: number;
  state: RowState;
  /** Only keys that more than one row has; `owner` is the row that holds the key from before. */
  keys: { key: string; owner: number | null }[];
}

export interface Duplicates {
  owners: { key: string; row: number }[];
  /** Rows that count although a later one has the same key (a warning). */
  firsts: { row: number; field: string | null }[];
  /** Rows that an earlier one with the same key keeps out (an error). */
  laters: { row: number; field: string | null }[];
}

/**
 * The same key twice in a file: the first row that is neither excluded nor otherwise in error owns all its keys, every
 * later one is in error.
 * @param rows in the order of the file
 * @param more.all a row that is in error owns its keys too: where one error stops all rows, all that is wrong is named
 */
export function findDuplicates(rows: RowWithKeys[], { all = false } = {}): Duplicates {
  const owned = new Map<string, number>();
  const warned = new Set<number>();
  const found: Duplicates = { owners: [], firsts: [], laters: [] };
  for (const { row, state, keys } of rows) {
    if (state === 'excluded') continue;
    const ownerOf = ({ key, owner }: RowWithKeys['keys'][number]) => owned.get(key) ?? owner;
    const taken = keys.find((key) => {
      const owner = ownerOf(key);
      return owner !== null && owner !== undefined && owner < row;
    });
    if (taken) {
      const owner = ownerOf(taken)!;
      const field = fieldOfKey(taken.key);
      found.laters.push({ row, field });
      if (!warned.has(owner)) found.firsts.push({ row: owner, field });
      warned.add(owner);
    } else if (all || state !== 'error') {
      for (const { key } of keys) {
        owned.set(key, row);
        found.owners.push({ key, row });
      }
    }
  }
  return found;
}

/** The field at which a repeated key is shown. */
function fieldOfKey(key: string): string {
  const kind = key.slice(0, key.indexOf(':'));
  return kind === 'source' ? 'sourceSystemId' : kind;
}
