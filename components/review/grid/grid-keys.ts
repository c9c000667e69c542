/** What a key does in the grid while no cell is edited. Rows and columns count from 0; column 0 is the status. */

export interface Cell {
  row: number;
  col: number;
}
export interface Bounds {
  rows: number;
  cols: number;
  /** Rows that PageDown moves. */
  page: number;
}
export type Move = 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'first' | 'last' | 'pageUp' | 'pageDown';
export type GridAction =
  | { do: 'move'; move: Move; extend: boolean }
  | { do: 'edit'; text?: string }
  | { do: 'clear' | 'undo' | 'redo' | 'find' | 'exclude' | 'rows' | 'collapse' | 'all' }
  | { do: 'error'; back: boolean };

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const moves: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};
const farMoves: Record<string, Move> = {
  Home: 'first',
  End: 'last',
  ArrowUp: 'first',
  ArrowDown: 'last',
  ArrowLeft: 'home',
  ArrowRight: 'end',
};

/** The action of a key, or null where the key is not the grid's (Tab leaves the grid: it is one tab stop). */
export function actionOf(press: KeyPress): GridAction | null {
  const ctrl = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  if (press.key === 'F8') return { do: 'error', back: press.shiftKey };
  if (ctrl) return withCtrl(press);
  const move = moves[press.key];
  if (move) return { do: 'move', move, extend: press.shiftKey };
  if (press.key === ' ' && press.shiftKey) return { do: 'rows' };
  if (press.key === 'Enter' || press.key === 'F2') return { do: 'edit' };
  if (press.key === 'Delete' || press.key === 'Backspace') return { do: 'clear' };
  if (press.key === 'Escape') return { do: 'collapse' };
  return press.key.length === 1 ? { do: 'edit', text: press.key } : null;
}

function withCtrl({ key, shiftKey }: KeyPress): GridAction | null {
  const far = farMoves[key];
  if (far) return { do: 'move', move: far, extend: shiftKey };
  const letter = key.toLowerCase();
  if (letter === 'z') return { do: shiftKey ? 'redo' : 'undo' };
  if (letter === 'y') return { do: 'redo' };
  if (letter === 'f') return { do: 'find' };
  if (letter === 'e') return { do: 'exclude' };
  if (letter === 'a') return { do: 'all' };
  return null;
}

/** Where a move ends. Home goes to the first field, and from there to the status. */
export function moveFrom({ row, col }: Cell, move: Move, { rows, cols, page }: Bounds): Cell {
  const to = {
    up: { row: row - 1, col },
    down: { row: row + 1, col },
    left: { row, col: col - 1 },
    right: { row, col: col + 1 },
    home: { row, col: col === 1 ? 0 : 1 },
    end: { row, col: cols - 1 },
    first: { row: 0, col: 1 },
    last: { row: rows - 1, col: cols - 1 },
    pageUp: { row: row - page, col },
    pageDown: { row: row + page, col },
  }[move];
  return { row: Math.max(0, Math.min(to.row, rows - 1)), col: Math.max(0, Math.min(to.col, cols - 1)) };
}

export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The cells between two corners. */
export const areaOf = (a: Cell, b: Cell): Area => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.col, b.col),
  right: Math.max(a.col, b.col),
});
