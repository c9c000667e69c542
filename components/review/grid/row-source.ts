import type { RowFilter, RowsAnswer, RowView } from '@/lib/contracts/row-api';
import { matches } from '../row-filter';
import type { RowsApi } from '../rows-api';
import { DepartedRows } from './departed-rows';
import { RowWindows, windowRows } from './row-windows';

/** Rows that were just saved win over answers asked for before; this many are remembered. */
const rememberedSaves = 1000;

/** The rows of the filter as far as they are loaded, by the place at which they are shown. */
export class RowSource {
  /** Rows shown, or null before the first answer. */
  total: number | null = null;
  /** The highest row number seen: blank rows in between are not listed, so there may be more numbers than rows. */
  highest = 0;
  filter: RowFilter;
  private readonly windows: RowWindows<RowView>;
  private readonly departed = new DepartedRows<RowView>();
  private readonly saves = new Map<number, { row: RowView; at: number }>();
  private clock = 0;

  constructor(
    private readonly api: Pick<RowsApi, 'rows'>,
    filter: RowFilter,
    changed: () => void,
  ) {
    this.filter = filter;
    this.windows = new RowWindows((place, limit, signal) => this.load(place, limit, signal), changed);
  }

  /** Takes rows that came with the page. */
  start(answer: RowsAnswer): void {
    this.total = answer.total;
    this.highest = highestOf(this.highest, answer.rows);
    this.windows.put(0, answer.rows.slice(0, windowRows));
  }

  reset(filter: RowFilter): void {
    this.filter = filter;
    this.total = null;
    this.departed.clear();
    this.windows.clear();
    this.windows.want(0, 0);
  }

  at(place: number): RowView | undefined {
    return this.windows.get(place);
  }

  want(first: number, last: number): void {
    this.windows.want(first, Math.min(last, Math.max(0, (this.total ?? 1) - 1)));
  }

  retry(): void {
    this.windows.retry();
  }

  get hasFailed(): boolean {
    return this.windows.hasFailed;
  }

  /** The place of a row number among the loaded rows. */
  find(row: number): number | undefined {
    for (const [place, one] of this.windows.entries()) if (one.row === row) return place;
    return undefined;
  }

  /** The place of a row number wherever it is in the filter, or undefined; rows are listed by number. */
  async seek(row: number): Promise<number | undefined> {
    const { filter } = this;
    let low = 0;
    // Row 1 is the first there can be, so no row has an offset of its number or more.
    let last = row - 1;
    for (let high = last; low <= high; last = Math.floor((low + high) / 2)) {
      const first = Math.max(low, last - windowRows + 1);
      const { rows, total } = await this.api.rows(filter, first, windowRows);
      if (filter !== this.filter) return undefined;
      this.total ??= total + this.departed.size;
      const at = rows.findIndex((one) => one.row === row);
      if (at >= 0) return this.placeOf(first + at);
      if (rows[0] && rows[0].row < row) low = first + rows.length;
      else high = first - 1;
      high = Math.min(high, total - 1);
    }
    return undefined;
  }

  placeOf(offset: number): number {
    return this.departed.placeOf(offset);
  }

  /** Puts a saved row in its place; where it no longer belongs to the filter it stays until the filter is set anew. */
  replace(row: RowView): void {
    this.saves.delete(row.row);
    this.saves.set(row.row, { row, at: ++this.clock });
    for (const old of this.saves.keys()) {
      if (this.saves.size <= rememberedSaves) break;
      this.saves.delete(old);
    }
    const place = this.find(row.row);
    if (place === undefined) return;
    this.windows.set(place, row);
    if (matches(row, this.filter)) this.departed.delete(place);
    else this.departed.add(place, row);
  }

  /** A row that someone else changed: shown as it is known, and asked for anew; it may have left the filter. */
  overtake(row: RowView): void {
    const place = this.find(row.row);
    if (place === undefined) return;
    this.windows.set(place, row);
    this.departed.add(place, row);
    this.refresh([row.row]);
  }

  /** Rows whose plan changed with another row's edit are fetched again, those that are loaded. */
  refresh(rows: readonly number[]): void {
    const stale = new Set<number>();
    for (const row of rows) {
      this.saves.delete(row);
      const place = this.find(row);
      if (place !== undefined) stale.add(Math.floor(place / windowRows) * windowRows);
    }
    for (const place of stale) this.windows.refresh(place);
  }

  private async load(place: number, limit: number, signal: AbortSignal): Promise<RowView[]> {
    const asked = ++this.clock;
    const ask = this.departed.ask(place, limit);
    const answer = await this.api.rows(this.filter, ask.offset, ask.limit, signal);
    if (signal.aborted) return [];
    const listed = new Set(answer.rows.map((row) => row.row));
    if (this.departed.return((row) => listed.has(row.row))) return this.load(place, limit, signal);
    this.total = answer.total + this.departed.size;
    this.highest = highestOf(this.highest, answer.rows);
    const rows = answer.rows.map((row) => {
      const saved = this.saves.get(row.row);
      return saved && saved.at > asked ? saved.row : row;
    });
    return this.departed.fill(place, limit, rows);
  }
}

const highestOf = (before: number, rows: readonly RowView[]) => Math.max(before, rows.at(-1)?.row ?? 0);
