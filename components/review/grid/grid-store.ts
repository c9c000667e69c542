import type { TotalsView } from '@/lib/contracts/import-api';
import type { PatchAnswer, RowFilter, RowsAnswer, RowView } from '@/lib/contracts/row-api';
import type { RowsApi } from '../rows-api';
import { textOf } from './cell-look';
import { fitColumns, type GridColumn } from './column-plan';
import { Edits } from './edits';
import { Emitter } from './emitter';
import { type Area, areaOf, type Cell, type Move, moveFrom } from './grid-keys';
import { markText } from './grid-marks';
import { withTyped } from './optimistic-row';
import { RowSource } from './row-source';

/** What the grid asks of the part that scrolls. */
interface Viewport {
  reveal: (cell: Cell) => void;
  /** Rows that fit. */
  page: () => number;
}

/** The most rows that are copied, cleared or excluded at once. */
export const mostAtOnce = 500;

/** Everything the grid knows, outside of React: moving the focus renders two rows, not the grid. */
export class GridStore {
  readonly events = new Emitter();
  readonly source: RowSource;
  readonly edits: Edits;
  /** The columns with their widths in this window. */
  columns: readonly GridColumn[];
  /** The active cell; column 0 is the status, 1 the first field. */
  focus: Cell = { row: 0, col: 1 };
  /** The other corner of the range. */
  head: Cell | null = null;
  wholeRows = false;
  editing: { seed?: string } | null = null;
  /** The row whose menu is open, by place. */
  menu: number | null = null;
  /** What was said last, for the live region. */
  said = '';
  readOnly = false;
  /** Rows of the file, whatever the filter. */
  fileRows = 0;
  totals: TotalsView | null = null;
  revision = 0;
  viewport: Viewport | null = null;
  /** First and last place that are visible. */
  inView = { first: 0, last: -1 };
  /** Whether a cell was made the active one since the filter was set. */
  entered = false;
  /** The active cell was reached by Enter after an edit, so what is wrong in its row was not looked at yet. */
  landed = false;
  /** The last call for the focus that a cell has followed. */
  takenTick = 0;
  private tick = 0;

  constructor(
    readonly api: RowsApi,
    private readonly planned: readonly GridColumn[],
    filter: RowFilter,
    first: RowsAnswer | null,
  ) {
    const changed = () => this.events.emit();
    this.columns = planned;
    this.source = new RowSource(api, filter, changed);
    if (first) this.source.start(first);
    this.edits = new Edits({
      api,
      columns: planned,
      changed,
      saved: (answer) => this.take(answer),
      overtaken: (row, current) => this.overtake(row, current),
      failed: (message) => this.say(message),
    });
  }

  get rows(): number {
    return this.source.total ?? 0;
  }

  row(place: number): RowView | undefined {
    const base = this.source.at(place);
    return base && this.edits.show(base);
  }

  marks(place: number): string {
    return markText(place, this.focus, this.head, this.tick, this.editing !== null);
  }

  column(col: number): GridColumn | undefined {
    return this.columns[col - 1];
  }

  /** The cells that are selected; without a range the active one. */
  get area(): Area {
    return areaOf(this.focus, this.head ?? this.focus);
  }

  setFilter(filter: RowFilter): void {
    this.focus = { row: 0, col: this.focus.col };
    this.entered = false;
    this.head = null;
    this.wholeRows = false;
    this.editing = null;
    this.menu = null;
    this.source.reset(filter);
    this.events.emit();
  }

  /** Makes a cell the active one and takes the focus there. */
  go(cell: Cell, take = true): void {
    this.focus = { row: Math.max(0, Math.min(cell.row, this.rows - 1)), col: cell.col };
    this.head = null;
    this.wholeRows = false;
    this.editing = null;
    this.menu = null;
    this.entered = true;
    this.landed = false;
    if (take) this.tick++;
    this.viewport?.reveal(this.focus);
    this.events.emit();
  }

  extendTo(cell: Cell): void {
    this.head = this.wholeRows ? { row: cell.row, col: this.columns.length } : cell;
    this.viewport?.reveal(cell);
    this.events.emit();
  }

  move(move: Move, extend: boolean): void {
    const bounds = { rows: this.rows, cols: this.columns.length + 1, page: this.viewport?.page() ?? 20 };
    if (extend) this.extendTo(moveFrom(this.head ?? this.focus, move, bounds));
    else this.go(moveFrom(this.focus, move, bounds));
  }

  /** Selects whole rows, from the active one on. */
  selectRows(to = this.focus.row, from = to): void {
    this.go({ row: from, col: 1 });
    this.wholeRows = true;
    this.head = { row: to, col: this.columns.length };
    this.events.emit();
  }

  collapse(): void {
    this.head = null;
    this.wholeRows = false;
    this.menu = null;
    this.events.emit();
  }

  startEdit(seed?: string): void {
    const row = this.row(this.focus.row);
    if (!row || this.readOnly) return;
    if (this.focus.col === 0) {
      if (seed === undefined) this.openMenu(this.focus.row);
      return;
    }
    this.head = null;
    this.wholeRows = false;
    this.editing = { seed };
    this.viewport?.reveal(this.focus);
    this.events.emit();
  }

  /** Saves the editor's text and moves on. */
  finishEdit(text: string, move?: 'down' | 'right'): void {
    if (!this.editing) return;
    const row = this.row(this.focus.row);
    const column = this.column(this.focus.col);
    this.editing = null;
    if (row && column) this.type(row, column, text);
    if (move) this.move(move, false);
    else this.events.emit();
    this.landed = move === 'down';
  }

  cancelEdit(): void {
    this.editing = null;
    this.tick++;
    this.events.emit();
  }

  /** One cell gets a text; nothing happens where it is the same. After a refusal the same text is tried again. */
  type(row: RowView, column: GridColumn, text: string): void {
    const failure = this.edits.failure(row.row, column.field.name);
    const place = failure && this.source.find(row.row);
    const saved = place === undefined ? undefined : this.source.at(place);
    const before = textOf(saved ?? row, column);
    if (before !== text) this.edits.write({ cells: [{ row: row.row, field: column.field.name, before, after: text }] });
    else if (failure) this.edits.discard(failure);
  }

  openMenu(place: number): void {
    this.go({ row: place, col: 0 });
    this.menu = place;
    this.events.emit();
  }

  setInView(first: number, last: number): void {
    if (this.inView.first === first && this.inView.last === last) return;
    this.inView = { first, last };
    this.events.emit();
  }

  /** Gives the columns the room there is, in px. */
  fitColumns(room: number): void {
    this.columns = fitColumns(this.planned, room);
    this.events.emit();
  }

  say(message: string): void {
    this.said = message;
    this.events.emit();
  }

  private take(answer: PatchAnswer): void {
    this.source.replace(answer.row);
    this.source.refresh(answer.alsoChanged);
    if (answer.revision < this.revision) return;
    this.revision = answer.revision;
    this.totals = answer.totals;
  }

  private overtake(row: number, current: Record<string, string>): void {
    const place = this.source.find(row);
    const base = place === undefined ? undefined : this.source.at(place);
    if (!base) return;
    this.source.overtake(withTyped(base, new Map(Object.entries(current)), this.columns, () => undefined));
  }
}
