import { v7 as uuidv7 } from 'uuid';
import type { Mapping } from '../mapping';
import type { PlannedRow } from '../records';
import type { StagingStore } from '../staging-store';
import type { CustomerStore } from '../store';
import { readCustomerIndex } from './customer-index';
import { planRow, type RowToPlan } from './plan-row';

type PlanStore = Pick<CustomerStore & StagingStore, 'findCustomers' | 'hasCustomers' | 'reserveIds'>;

/**
 * Plans rows against the customers as they are now. Ids for new customers come from `ids`.
 * @param rows checked rows, at most a few thousand at a time
 */
export async function planRows(
  store: PlanStore,
  mapping: Mapping,
  rows: RowToPlan[],
  ids: IdBlock,
): Promise<PlannedRow[]> {
  const index = await readCustomerIndex(store, mapping, rows);
  await ids.have(rows.length);
  try {
    return rows.map((row) => planRow(row, mapping, index, () => ids.next()));
  } finally {
    ids.release(rows.length);
  }
}

/**
 * Ids reserved by the block: one write for many rows, as many again as were taken before. What is not used is never given
 * out again, which is harmless. Several may plan by one block at the same time.
 */
export class IdBlock {
  private at = 0;
  private end = 0;
  private taken = 0;
  private promised = 0;
  private reserving: Promise<void> = Promise.resolve();

  /** @param least ids that are reserved at a time, at the least */
  constructor(
    private readonly store: Pick<StagingStore, 'reserveIds'>,
    private readonly least = 1,
  ) {}

  /** Makes sure that `count` ids can be taken until they are released. */
  have(count: number): Promise<void> {
    this.promised += count;
    this.reserving = this.reserving.then(
      () => this.fill(),
      () => this.fill(),
    );
    return this.reserving;
  }

  /** What was made sure of is not needed any more, or was taken. */
  release(count: number): void {
    this.promised -= count;
  }

  private async fill(): Promise<void> {
    if (this.end - this.at >= this.promised) return;
    const wanted = this.promised;
    const size = Math.max(wanted, this.least, Math.min(this.taken, 50_000));
    this.at = await this.store.reserveIds(size);
    this.end = this.at + size;
    if (this.promised > size) await this.fill();
  }

  /** The uuid is of version 7: ordered by time, so that new customers stand together in its index. */
  next(): { id: number; uuid: string } {
    if (this.at >= this.end) throw new Error('No reserved id is left.');
    this.at += 1;
    this.taken += 1;
    return { id: this.at - 1, uuid: uuidv7({ random: randomBytes16() }) };
  }
}

const pool = new Uint8Array(16 * 512);
let used = pool.length;

/** Sixteen random bytes. Asked of the system for many at a time: one call costs as much as all the rest of a plan. */
function randomBytes16(): Uint8Array {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}
