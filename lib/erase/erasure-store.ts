import type { Value } from '../customer/fields';
import type { LiveCustomer } from '../customer-records';
import type { ImportRecord } from '../import-store';
import type { StagedRow } from '../records';
import type { Found } from './found';
import type { Identity, Sought } from './identity';
import type { TypedText } from './typed';

/** A customer that was erased, and whose traces are still looked for. */
export interface Erasure {
  id: number;
  identity: Identity;
  /** The import that is looked through next, and the last one. */
  nextImport: number;
  lastImport: number;
}

/** What erasing a customer asks of storage. */
export interface ErasureStore {
  /** The values that a customer had before each change. */
  readPast(customerId: number): Promise<Record<string, Value>[]>;
  /**
   * Removes a customer, its addresses and its history, and puts the search for its traces in line.
   * @returns false when it has another version by now
   */
  startErasure(customer: Pick<LiveCustomer, 'id' | 'version'>, identity: Identity): Promise<boolean>;
  /** When a customer was erased; `finishedAt` is null while its traces are looked for. */
  findErasure(customerId: number): Promise<{ askedAt: number; finishedAt: number | null } | null>;
  /** Those whose traces are still looked for. */
  openErasures(): Promise<Erasure[]>;
  /** The number of the last one, 0 where there is none. */
  lastErasure(): Promise<number>;
  /** The first import from one id to another. */
  nextImport(from: number, last: number): Promise<ImportRecord | null>;
  moveErasure(id: number, nextImport: number): Promise<void>;
  /** Forgets what the customer was known by: its traces are all found. */
  forgetIdentity(id: number): Promise<void>;
  /** Ends the erasures of customers that are forgotten. To be called when what was deleted is overwritten. */
  finishErasures(): Promise<void>;
  /** Rows of an import that are planned for a customer, came to it, or have one of these keys. */
  findOwnRows(importId: number, customerId: number, keys: string[]): Promise<number[]>;
  /** The highest row number of an import. */
  lastRow(importId: number): Promise<number>;
  /** Rows between two numbers in which something stands that the customer may be known by. */
  findMentions(
    importId: number,
    identity: Sought,
    after: number,
    upTo: number,
  ): Promise<Pick<StagedRow, 'row' | 'cells' | 'edits'>[]>;
  /**
   * Gives the file of an import, as it was read, another name, also in the sentence that refused it.
   * @returns false when the import is another by now
   */
  renameFile(of: ImportRecord, fileName: string): Promise<boolean>;
  /**
   * Replaces what an import, as it was read, keeps of its file beside the rows, and notes that the file is not kept any more.
   * @returns false when the import is another by now
   */
  replaceFound(of: ImportRecord, found: Found): Promise<boolean>;
  /**
   * Of the next entries in the log of edits, behind one, those in which something stands that the customer may be known by,
   * and the last one whatever it says: behind that the next part begins. None when there are no more.
   */
  findTyped(importId: number, identity: Sought, after: number, limit: number): Promise<TypedText[]>;
  /** All entries of some rows, in their order. */
  readTyped(importId: number, rows: number[]): Promise<TypedText[]>;
  /** Takes the texts out of all entries of some rows; that and when something was typed stays. */
  eraseTyped(importId: number, rows: number[]): Promise<void>;
  /** Leaves out rows that are not committed yet, whatever their import is at. The rest of them stays until they are erased. */
  leaveOut(importId: number, rows: number[]): Promise<void>;
  /** Removes what was typed in rows that are not there any more, because reading the file anew failed. */
  eraseLost(importId: number): Promise<void>;
  /**
   * Empties rows of an import, as it was read, and notes that its file is not kept any more. Rows that were not committed
   * are left out from then on.
   * @returns false when the import is another by now
   */
  eraseRows(of: ImportRecord, rows: number[]): Promise<boolean>;
}
