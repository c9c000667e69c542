import type { RowView } from '@/lib/contracts/row-api';
import type { Value } from '@/lib/customer/fields';
import { changeLines } from '@/lib/plan/change-lines';
import type { GridColumn } from './column-plan';
import { listPatch } from './list-patch';

/** What a cell shows. Colour is never alone: error and warning have an icon, automatic changes a dotted line. */
export interface CellLook {
  tone: 'plain' | 'error' | 'warning';
  /** What stands in the cell; empty is shown as the word “blank”. */
  text: string;
  /** For updates: what the customer has now (empty where it is blank), and that `text` will replace it. */
  change: { old: string; narrow: boolean } | null;
  auto: boolean;
  edited: boolean;
  message?: string;
  suggestion?: string;
  /** What the file has, where the value was changed on the way in. */
  was?: string;
}

export function lookOf(row: RowView, column: GridColumn): CellLook {
  const name = column.field.name;
  const issues = row.issues.filter((one) => one.field === name);
  const issue = issues.find((one) => one.severity === 'error') ?? issues[0];
  const typed = textOf(row, column);
  const auto = row.changed.includes(name) && name in row.values;
  const patch = row.disposition === 'update' ? changeOf(row, name) : undefined;
  const [before, after] = patch ?? ['', ''];
  const text = patch ? after : auto ? said(row.values[name] ?? null) : typed.trim() === '' ? '' : typed;
  return {
    tone: issue?.severity ?? 'plain',
    text,
    change: patch ? { old: before, narrow: isNarrow(before, text, column.size, auto) } : null,
    auto,
    edited: row.edited.includes(column.index),
    message: issue?.message,
    suggestion: issue?.suggestion,
    was: auto ? typed : undefined,
  };
}

/** The text of the file, or what a person typed in its place. */
export const textOf = (row: RowView, column: GridColumn): string => row.cells[column.index] ?? '';

const said = (value: Value): string => (value === null ? '' : String(value));

/** What replaces what; that of a list of addresses stands in several fields, and the cell has it in words. */
function changeOf(row: RowView, name: string): [string, string] | undefined {
  if (name !== 'addresses') {
    const entry = row.patch[name];
    return entry && !(name in listPatch(row)) ? [said(entry[0]), said(entry[1])] : undefined;
  }
  const lines = changeLines(listPatch(row));
  if (lines.length === 0) return undefined;
  const side = (which: 'old' | 'now') =>
    lines.flatMap((line) => (line[which] === null ? [] : `${line.label}: ${line[which]}`)).join('; ');
  return [side('old'), side('now')];
}

const charWidth = 6.7;
const boldWidth = 7.2;
const arrowWidth = 38;
const iconWidth = 20;

/** The old value moves to the tooltip where it has room for fewer than 6 characters; the new one is never cut before. */
function isNarrow(old: string, now: string, width: number, auto: boolean): boolean {
  if (old === '') return true;
  const room = width - arrowWidth - (auto ? iconWidth : 0) - (now || 'blank').length * boldWidth;
  return room < Math.min(6, old.length) * charWidth;
}

/** Everything there is to say about a cell, for its tooltip; empty where the cell says it all itself. */
export function tooltipOf(look: CellLook, width: number): string[] {
  const lines: string[] = [];
  if (look.message) lines.push(look.suggestion ? `${look.message} Did you mean ${look.suggestion}?` : look.message);
  if (look.was !== undefined) lines.push(`was: ${look.was.trim() === '' ? 'blank' : look.was}`);
  if (look.change && (look.change.narrow || isCut(look, width)))
    lines.push(`${look.change.old || 'blank'} → ${look.text || 'blank'}`);
  else if (!look.change && isCut(look, width)) lines.push(look.text);
  return lines;
}

function isCut(look: CellLook, width: number): boolean {
  const icons = (look.tone === 'plain' ? 0 : iconWidth) + (look.auto ? iconWidth : 0);
  const old = look.change && !look.change.narrow ? look.change.old.length * charWidth + arrowWidth : 0;
  return look.text.length * charWidth + old + icons + 17 > width || look.text.includes('\n');
}
