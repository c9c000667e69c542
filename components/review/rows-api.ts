import { callApi } from '@/components/shell/api';
import type { IssueGroup, NextAnswer, PatchAnswer, PatchRow, RowFilter, RowsAnswer } from '@/lib/contracts/row-api';
import { queryOf } from './row-filter';

/** What the grid asks of the server. */
export interface RowsApi {
  rows(filter: RowFilter, offset: number, limit: number, signal?: AbortSignal): Promise<RowsAnswer>;
  /** The next row with an error behind (or before) a row number. */
  next(filter: RowFilter, from: number, back: boolean): Promise<NextAnswer>;
  patch(row: number, body: PatchRow): Promise<PatchAnswer>;
  issues(): Promise<IssueGroup[]>;
}

export const rowsApi = (id: number): RowsApi => ({
  rows: (filter, offset, limit, signal) =>
    callApi<RowsAnswer>('GET', `/imports/${id}/rows?${queryOf(filter, { offset, limit })}`, undefined, signal),
  next: (filter, from, back) =>
    callApi<NextAnswer>('GET', `/imports/${id}/rows/next?${queryOf(filter, { from, back })}`),
  patch: (row, body) => callApi<PatchAnswer>('PATCH', `/imports/${id}/rows/${row}`, body),
  issues: () => callApi<IssueGroup[]>('GET', `/imports/${id}/issues`),
});
