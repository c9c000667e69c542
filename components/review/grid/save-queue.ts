/** Saves run in the background: those of one row in order, rows beside each other, so that typing never waits. */

const atOnce = 4;

export class SaveQueue {
  private readonly queues = new Map<number, (() => Promise<void>)[]>();
  private readonly busy = new Set<number>();

  constructor(private readonly changed: () => void) {}

  /** Work must not reject; it says itself what went wrong. */
  add(row: number, work: () => Promise<void>): void {
    this.queues.set(row, [...(this.queues.get(row) ?? []), work]);
    this.changed();
    this.next();
  }

  /** Whether a row has work waiting or running. */
  has(row: number): boolean {
    return this.busy.has(row) || this.queues.has(row);
  }

  get size(): number {
    let waiting = this.busy.size;
    for (const queue of this.queues.values()) waiting += queue.length;
    return waiting;
  }

  /** Whether a row has work waiting behind the one that runs. */
  waits(row: number): boolean {
    return this.queues.has(row);
  }

  private next(): void {
    for (const [row, [work, ...rest]] of this.queues) {
      if (this.busy.size >= atOnce) return;
      if (this.busy.has(row) || !work) continue;
      if (rest.length > 0) this.queues.set(row, rest);
      else this.queues.delete(row);
      void this.run(row, work);
    }
  }

  private async run(row: number, work: () => Promise<void>): Promise<void> {
    this.busy.add(row);
    await work();
    this.busy.delete(row);
    this.changed();
    this.next();
  }
}
