import { ApiProblem, sentenceOf } from '@/components/shell/api';
import type { PatchAnswer, PatchRow, RowView } from '@/lib/contracts/row-api';
import type { RowsApi } from '../rows-api';
import type { GridColumn } from './column-plan';
import { type QuickCheck, type Typed, withTyped } from './optimistic-row';
import { SaveQueue } from './save-queue';
import { type CellChange, type Step, UndoStack } from './undo-stack';

/** An edit that did not reach the server; the person's text is kept. */
export interface Failure {
  row: number;
  field: string;
  mine: string;
  /** What is in the cell by now, where someone else changed it. */
  current?: string;
  message: string;
}

interface Options {
  api: Pick<RowsApi, 'patch'>;
  columns: readonly GridColumn[];
  /** Takes the server's answer. */
  saved: (answer: PatchAnswer) => void;
  /** Where someone else changed a cell meanwhile: puts their text in. */
  overtaken: (row: number, current: Record<string, string>) => void;
  failed: (message: string) => void;
  changed: () => void;
}

/** A person's edits: they stand at once, are saved in the background in order, and can be taken back. */
export class Edits {
  readonly history = new UndoStack();
  readonly failures = new Map<string, Failure>();
  readonly queue: SaveQueue;
  /** Set once the rules are loaded. */
  check: QuickCheck = () => undefined;
  private readonly typed = new Map<number, Typed>();
  private readonly shown = new Map<number, { base: RowView; typed: Typed; row: RowView }>();
  private idle: (() => void)[] = [];

  constructor(private readonly options: Options) {
    this.queue = new SaveQueue(() => this.queueChanged());
  }

  /** The row as the person sees it. */
  show(base: RowView): RowView {
    const typed = this.typed.get(base.row);
    if (!typed) return base;
    const last = this.shown.get(base.row);
    if (last?.base === base && last.typed === typed) return last.row;
    const row = withTyped(base, typed, this.options.columns, this.check);
    this.shown.set(base.row, { base, typed, row });
    return row;
  }

  /** What of a row is being saved (`field`) or was refused (`!field`), as a text: nothing for nearly all rows. */
  unsaved(row: number): string {
    const typed = this.typed.get(row);
    if (!typed && this.failures.size === 0) return '';
    const saving = [...(typed?.keys() ?? [])].filter((field) => !this.failures.has(keyOf(row, field)));
    const failed = [...this.failures.values()].filter((one) => one.row === row).map((one) => `!${one.field}`);
    return [...saving, ...failed].join(' ');
  }

  failure(row: number, field: string): Failure | undefined {
    return this.failures.get(keyOf(row, field));
  }

  /** Does a step; a new one can be taken back. */
  write(step: Step, remember = true): void {
    if (remember) this.history.push(step);
    if ('cells' in step) for (const [row, cells] of byRow(step.cells)) this.writeCells(row, cells);
    else for (const { row, excluded } of step.exclusions) this.queue.add(row, () => this.send(row, { excluded }, []));
    this.options.changed();
  }

  /** Leaves an edit that failed; what the server has stands again. */
  discard(failure: Failure): void {
    this.failures.delete(keyOf(failure.row, failure.field));
    this.forget(failure.row, [failure.field]);
    this.options.changed();
  }

  /** When everything typed so far is saved, or was refused. */
  settled(): Promise<void> {
    return this.queue.size === 0 ? Promise.resolve() : new Promise((done) => this.idle.push(done));
  }

  private writeCells(row: number, cells: CellChange[]): void {
    const typed = new Map(this.typed.get(row));
    for (const cell of cells) {
      typed.set(cell.field, cell.after);
      this.failures.delete(keyOf(row, cell.field));
    }
    this.typed.set(row, typed);
    const values = Object.fromEntries(cells.map((cell) => [cell.field, cell.after]));
    const was = Object.fromEntries(cells.map((cell) => [cell.field, cell.before]));
    this.queue.add(row, () => this.send(row, { values, was }, cells));
  }

  private async send(row: number, body: PatchRow, cells: CellChange[]): Promise<void> {
    try {
      this.options.saved(await this.options.api.patch(row, body));
      this.forget(
        row,
        cells.filter((cell) => this.typed.get(row)?.get(cell.field) === cell.after).map((cell) => cell.field),
      );
    } catch (error) {
      this.refused(row, cells, error);
    }
    this.options.changed();
  }

  private refused(row: number, cells: CellChange[], error: unknown): void {
    const current = currentOf(error);
    const sentence = sentenceOf(error);
    for (const cell of cells) {
      const now = current?.[cell.field];
      const message =
        now === undefined
          ? `Not saved. ${sentence}`
          : `Not saved: someone changed this to “${now || 'blank'}” meanwhile.`;
      this.failures.set(keyOf(row, cell.field), { row, field: cell.field, mine: cell.after, current: now, message });
      if (now !== undefined) this.forget(row, [cell.field]);
    }
    if (current) this.options.overtaken(row, current);
    this.options.failed(
      cells.length === 0 ? `Row ${row} was not changed. ${sentence}` : `1 edit in row ${row} was not saved.`,
    );
  }

  private forget(row: number, fields: string[]): void {
    const rest = new Map(this.typed.get(row));
    for (const field of fields) rest.delete(field);
    this.shown.delete(row);
    if (rest.size > 0) this.typed.set(row, rest);
    else this.typed.delete(row);
  }

  private queueChanged(): void {
    if (this.queue.size === 0) for (const done of this.idle.splice(0)) done();
    this.options.changed();
  }
}

const keyOf = (row: number, field: string) => `${row}:${field}`;

const byRow = (cells: CellChange[]): Map<number, CellChange[]> => Map.groupBy(cells, (cell) => cell.row);

/** The texts that differ by now, from a 409. */
function currentOf(error: unknown): Record<string, string> | undefined {
  if (!(error instanceof ApiProblem) || error.problem.status !== 409) return undefined;
  return (error.problem as { current?: Record<string, string> }).current;
}
