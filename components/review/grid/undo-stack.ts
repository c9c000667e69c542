/** A person's own edits in this session, to take back and to do again. One step may hold many cells. */

export interface CellChange {
  row: number;
  field: string;
  before: string;
  after: string;
}
export interface ExclusionChange {
  row: number;
  excluded: boolean;
}
export type Step = { cells: CellChange[] } | { exclusions: ExclusionChange[] };

export const inverse = (step: Step): Step =>
  'cells' in step
    ? { cells: step.cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before })).reverse() }
    : { exclusions: step.exclusions.map((one) => ({ ...one, excluded: !one.excluded })).reverse() };

const kept = 500;

export class UndoStack {
  private done: Step[] = [];
  private undone: Step[] = [];

  push(step: Step): void {
    this.done = [...this.done.slice(1 - kept), step];
    this.undone = [];
  }

  /** The step that takes back the last one. */
  undo(): Step | undefined {
    const step = this.done.pop();
    if (!step) return undefined;
    this.undone.push(step);
    return inverse(step);
  }

  /** The step last taken back, to do it again. */
  redo(): Step | undefined {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    return step;
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }
}
