import { describe, expect, it } from 'vitest';
import { UndoStack } from './undo-stack';

const edit = (before: string, after: string) => ({ cells: [{ row: 7, field: 'email', before, after }] });

describe('undo stack', () => {
  it('takes back the last step first and does it again', () => {
    const stack = new UndoStack();
    stack.push(edit('a', 'b'));
    stack.push(edit('b', 'c'));
    expect(stack.undo()).toEqual(edit('c', 'b'));
    expect(stack.undo()).toEqual(edit('b', 'a'));
    expect(stack.undo()).toBeUndefined();
    expect(stack.redo()).toEqual(edit('a', 'b'));
  });

  it('forgets what was taken back once something new is done', () => {
    const stack = new UndoStack();
    stack.push(edit('a', 'b'));
    stack.undo();
    stack.push(edit('a', 'x'));
    expect(stack.canRedo).toBe(false);
  });

  it('turns exclusions round', () => {
    const stack = new UndoStack();
    stack.push({ exclusions: [{ row: 1, excluded: true }] });
    expect(stack.undo()).toEqual({ exclusions: [{ row: 1, excluded: false }] });
  });

  it('keeps the last 500 steps', () => {
    const stack = new UndoStack();
    for (let i = 0; i < 600; i++) stack.push(edit(`${i}`, `${i + 1}`));
    let count = 0;
    while (stack.undo()) count++;
    expect(count).toBe(500);
  });
});
