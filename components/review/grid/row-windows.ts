/** Windows of rows around the viewport: fetched when wanted, aborted when no longer, and only so many kept. */

export const windowRows = 100;
const keptWindows = 40;
/** While the thumb is dragged, at most one round of requests in this time (ms). */
const pause = 70;

type Load<T> = (offset: number, limit: number, signal: AbortSignal) => Promise<T[]>;

export class RowWindows<T> {
  /** In order of use; the first was used longest ago. */
  private kept = new Map<number, T[]>();
  private running = new Map<number, AbortController>();
  private failed = new Set<number>();
  private wanted: number[] = [];
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly load: Load<T>,
    private readonly changed: () => void,
  ) {}

  get(offset: number): T | undefined {
    return this.kept.get(Math.floor(offset / windowRows))?.[offset % windowRows];
  }

  /** Every loaded row with its offset. */
  *entries(): Generator<[number, T]> {
    for (const [index, rows] of this.kept) for (const [at, row] of rows.entries()) yield [index * windowRows + at, row];
  }

  set(offset: number, row: T): void {
    const rows = this.kept.get(Math.floor(offset / windowRows));
    if (rows) rows[offset % windowRows] = row;
  }

  put(index: number, rows: T[]): void {
    this.kept.delete(index);
    this.kept.set(index, rows);
    for (const old of this.kept.keys()) {
      if (this.kept.size <= keptWindows) break;
      this.kept.delete(old);
    }
  }

  /** Rows `first` to `last` are in view: keeps their windows fresh in memory, fetches what lacks, aborts the rest. */
  want(first: number, last: number): void {
    const from = Math.floor(first / windowRows);
    this.wanted = Array.from({ length: Math.floor(Math.max(first, last) / windowRows) - from + 1 }, (_, i) => from + i);
    for (const index of this.wanted) {
      const rows = this.kept.get(index);
      if (rows) this.put(index, rows);
    }
    for (const [index, request] of this.running) if (!this.wanted.includes(index)) request.abort();
    const wait = this.asked + pause - Date.now();
    clearTimeout(this.timer);
    if (wait <= 0) this.fetchWanted();
    else this.timer = setTimeout(() => this.fetchWanted(), wait);
  }

  /** Fetches a window again; its rows stay until the new ones are there. */
  refresh(offset: number): void {
    const index = Math.floor(offset / windowRows);
    this.running.get(index)?.abort();
    this.running.delete(index);
    void this.fetch(index);
  }

  /** Windows that could not be loaded are tried again. */
  retry(): void {
    this.failed.clear();
    this.fetchWanted();
  }

  get hasFailed(): boolean {
    return this.wanted.some((index) => this.failed.has(index));
  }

  clear(): void {
    clearTimeout(this.timer);
    for (const request of this.running.values()) request.abort();
    this.running.clear();
    this.kept.clear();
    this.failed.clear();
  }

  private fetchWanted(): void {
    const lacking = this.wanted.filter((i) => !this.kept.has(i) && !this.running.has(i) && !this.failed.has(i));
    if (lacking.length > 0) this.asked = Date.now();
    for (const index of lacking) void this.fetch(index);
  }

  private async fetch(index: number): Promise<void> {
    const request = new AbortController();
    this.running.set(index, request);
    try {
      const rows = await this.load(index * windowRows, windowRows, request.signal);
      if (!request.signal.aborted) this.put(index, rows);
    } catch {
      if (!request.signal.aborted) this.failed.add(index);
    } finally {
      if (this.running.get(index) === request) this.running.delete(index);
    }
    if (!request.signal.aborted) this.changed();
    else if (this.wanted.includes(index)) this.fetchWanted();
  }
}
