import type { Mapping } from '@/lib/mapping';
import { columnLetters } from '@/lib/row';

/** The ids of the controls of the page. */
export const controls = {
  field: (index: number) => `field-${index}`,
  matchKey: 'match-key',
  sourceSystem: 'source-system',
  dateOrder: 'date-order',
};

/** The control where a problem is put right: the field of the column it names, else the rule it is about, if any. */
export function controlOf(problem: string, { columns }: Mapping): string | null {
  const named = columns.filter(({ index }) => namesColumn(problem, index)).at(-1);
  if (named) return controls.field(named.index);
  if (/the source system\b/.test(problem)) return controls.sourceSystem;
  const system = columns.find(({ field }) => field === 'sourceSystem');
  if (/Source system/.test(problem) && system) return controls.field(system.index);
  return /a row finds its customer/.test(problem) ? controls.matchKey : null;
}

/** Whether a problem is shown at the field of the column: it names it, or is put right there. */
export const concernsColumn = (problem: string, index: number, mapping: Mapping): boolean =>
  namesColumn(problem, index) || controlOf(problem, mapping) === controls.field(index);

/** Whether `Columns A, B and C …` or `… column B …` names the column. */
function namesColumn(problem: string, index: number): boolean {
  const listed = /[Cc]olumns? ((?:[A-Z]{1,3}(?:, | and )?)+)\b/.exec(problem)?.[1];
  return listed?.split(/, | and /).includes(columnLetters(index)) ?? false;
}
