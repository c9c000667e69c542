import { expect, it } from 'vitest';
import type { ImportView } from '@/lib/contracts/import-api';
import { fitColumns, lettersOf, planColumns } from './column-plan';

it('names columns as spreadsheet programs do', () => {
  expect([0, 25, 26, 51, 52, 499].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'SF']);
});

it('shows the mapped columns in the order of the file, the match key marked, nothing for ignored ones', () => {
  const column = (index: number, field: string | null, samples: string[] = []) => ({
    index,
    header: `h${index}`,
    samples,
    filled: 1,
    blank: 0,
    field,
  });
  const columns = planColumns({
    columns: [
      column(0, 'email', ['someone.with.a.long.name@example.com']),
      column(1, null),
      column(2, 'debtorId', ['12']),
    ],
    options: { matchKey: 'debtorId' },
  } as unknown as ImportView);
  expect(columns.map((one) => [one.letters, one.field.name, one.isKey])).toEqual([
    ['A', 'email', false],
    ['C', 'debtorId', true],
  ]);
  expect(columns[0]?.size).toBe(224);
  expect(columns[1]?.size).toBeGreaterThanOrEqual(84);
});

it('shares room that is left among texts, each at most 1.6 times as wide', () => {
  const columns = [
    { field: { kind: 'text' }, size: 100 },
    { field: { kind: 'date' }, size: 100 },
    { field: { kind: 'email' }, size: 200 },
  ] as unknown as ReturnType<typeof planColumns>;
  const sizes = (room: number) => fitColumns(columns, room).map((one) => one.size);
  expect(sizes(300)).toEqual([100, 100, 200]);
  expect(sizes(460)).toEqual([120, 100, 240]);
  expect(sizes(2000)).toEqual([160, 100, 320]);
});
