'use client';
import { Kbd, Popover, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './review.module.css';

const keys: [name: string, does: string, edits?: true][] = [
  ['Arrows, Home, End', 'move; with Shift select'],
  ['Ctrl Home, Ctrl End', 'first and last cell'],
  ['PageUp, PageDown', 'a page of rows'],
  ['Enter, F2, typing', 'edit the cell', true],
  ['Enter, Tab', 'save and move down, right', true],
  ['Esc', 'leave as it was', true],
  ['Alt Enter', 'use the suggestion', true],
  ['Delete', 'clear the selected cells', true],
  ['Ctrl C', 'copy the selected cells'],
  ['Ctrl Z, Ctrl Shift Z', 'undo, do again', true],
  ['Shift Space', 'select the row'],
  ['Ctrl E', 'exclude or include the rows', true],
  ['F8, Shift F8', 'next, previous error'],
  ['Ctrl F', 'search'],
  ['Tab', 'leave the grid'],
];

/** One key and what it does. */
export function KeyName({ keys: name, children }: { keys: string; children: ReactNode }) {
  return (
    <span>
      <Kbd>{name}</Kbd> {children}
    </span>
  );
}

/** All keys of the grid; where nothing can be changed, those that only look. */
export function KeyList({ readOnly }: { readOnly: boolean }) {
  const shown = keys.filter(([, , edits]) => !(edits && readOnly));
  return (
    <Popover position="top-end" width={320} shadow="lg" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.link}>
          All keys
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Keys of the grid">
        <Title order={3} mb={8}>
          Keys of the grid
        </Title>
        <table style={{ width: '100%', fontSize: 12, lineHeight: '20px' }}>
          <tbody>
            {shown.map(([name, does]) => (
              <tr key={name}>
                <th scope="row" style={{ textAlign: 'left', fontWeight: 500, paddingRight: 12 }}>
                  {name}
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Popover.Dropdown>
    </Popover>
  );
}
