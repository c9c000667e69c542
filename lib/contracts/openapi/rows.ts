import { planQuery } from '../parts';
import { nextQuery, rowsQuery } from '../row-api';
import type { Operation } from './operation';

const one = '/api/v1/imports/{importId}';
const read = { tag: 'Rows', permission: 'imports:read', method: 'get' } as const;
const filters = {
  standing: '`skipped`: left out or ruled out; `behind`: neither create nor update.',
  issue: 'Rows with this issue.',
  field: 'Only counts beside `issue`: where it is on this field; `-` for the whole row.',
  q: 'Text anywhere in the row, but for protected cells.',
};
const gone = { 410: ['rows_removed'] } as const;

export const rowOperations: Operation[] = [
  {
    ...read,
    id: 'listRows',
    path: `${one}/rows`,
    summary: 'List rows',
    description: 'In the order of the file. All filters hold at once. Rows have plans from `review` on.',
    query: rowsQuery,
    about: filters,
    answers: { 200: { description: 'Rows, and how many there are.', json: 'RowList' } },
    refusals: gone,
  },
  {
    ...read,
    id: 'findNextRow',
    path: `${one}/rows/next`,
    summary: 'Find the next row with an error',
    query: nextQuery,
    about: { ...filters, from: 'A row number.', back: '`true`: the one before.' },
    answers: { 200: { description: 'Its place inside the filter; null where there is none.', json: 'NextRow' } },
    refusals: gone,
  },
  {
    tag: 'Rows',
    permission: 'imports:write',
    method: 'patch',
    id: 'editRow',
    path: `${one}/rows/{row}`,
    summary: 'Edit cells of a row, or leave it out',
    description: 'It is checked and planned again at once. `values` or `excluded` has to be there.',
    once: true,
    plans: true,
    query: planQuery,
    about: {
      plan: '`1`: nothing is written; the answer has row and totals as they would be, and the revision as it is.',
    },
    body: { json: 'PatchRow', example: { values: { email: 'ada@example.com' }, was: { email: 'ada.example.com' } } },
    answers: { 200: { description: 'The row as it is now.', json: 'PatchedRow' } },
    refusals: { 409: ['differs', 'wrong_state'], 422: ['unknown_field'] },
  },
  {
    ...read,
    id: 'listIssues',
    path: `${one}/issues`,
    summary: 'List issues by cause',
    description: 'Errors first, most first.',
    answers: { 200: { description: 'Issues.', json: 'IssueGroups' } },
    refusals: gone,
  },
];
