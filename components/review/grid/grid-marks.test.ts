import { expect, it } from 'vitest';
import { markText, readMarks } from './grid-marks';

it('says nothing for rows without focus and range, so that they do not render', () => {
  expect(markText(5, { row: 2, col: 1 }, null, 9, false)).toBe('');
  expect(markText(5, { row: 2, col: 1 }, { row: 4, col: 1 }, 9, false)).toBe('');
});

it('says where the range and the focus are in a row', () => {
  const focus = { row: 2, col: 1 };
  expect(readMarks(markText(2, focus, { row: 4, col: 3 }, 9, false))).toEqual({
    focus: 1,
    tick: 9,
    editing: false,
    left: 1,
    right: 3,
    top: true,
    bottom: false,
    anchor: 1,
  });
  expect(readMarks(markText(4, focus, { row: 4, col: 3 }, 9, false))).toMatchObject({
    focus: -1,
    bottom: true,
    anchor: -1,
  });
});

it('takes a single cell for no range', () => {
  expect(readMarks(markText(2, { row: 2, col: 1 }, { row: 2, col: 1 }, 1, true))).toMatchObject({
    editing: true,
    left: -1,
    right: -2,
  });
});
