/** What tests put into a desk and ask it by the API, where the pages are not what is tested. */
import { expect } from '@playwright/test';
import type { ChangeView, CustomerView } from '../lib/contracts/customer-api';
import type { ImportView, Problem } from '../lib/contracts/import-api';
import type { RowsAnswer } from '../lib/contracts/row-api';
import type { Desk } from './serve';

/** Asks for JSON; throws where the answer is no success. */
export const ask = async <Answer>(desk: Desk, path: string): Promise<Answer> => {
  const answer = await desk.call(path);
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Answer>;
};

/** A call with a JSON body. */
export const send = (desk: Desk, method: string, path: string, body?: unknown): Promise<Response> =>
  desk.call(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

/** Reads and checks a file; its import stands in review. */
export const reviewFile = async (
  desk: Desk,
  name: string,
  content: string | Buffer,
  query: Record<string, string> = {},
): Promise<ImportView> => {
  const { id } = await desk.upload(name, content as BodyInit, query);
  return desk.until(id, 'review', 90_000);
};

/** Imports a file from end to end. */
export const commitFile = async (
  desk: Desk,
  name: string,
  content: string | Buffer,
  query: Record<string, string> = {},
): Promise<ImportView> => desk.commit((await reviewFile(desk, name, content, query)).id);

export type WithChanges = CustomerView & { changes: ChangeView[] };

/** The one customer with this debtor ID, with its history. */
export const customerOf = async (desk: Desk, debtorId: number): Promise<WithChanges> => {
  const { customers } = await ask<{ customers: CustomerView[] }>(desk, `/api/v1/customers?q=${debtorId}`);
  const found = customers.filter((customer) => customer.debtorId === debtorId);
  expect(found, `customers with debtor ID ${debtorId}`).toHaveLength(1);
  return ask(desk, `/api/v1/customers/${found[0]!.id}`);
};

export const rowsOf = (desk: Desk, importId: number, query = ''): Promise<RowsAnswer> =>
  ask(desk, `/api/v1/imports/${importId}/rows?limit=500&${query}`);

/** Expects a refusal as a problem document with this status and code. */
export const expectProblem = async (answer: Response, status: number, code: string): Promise<Problem> => {
  const text = await answer.text();
  expect(answer.status, text).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = JSON.parse(text) as Problem;
  expect(problem).toMatchObject({ status, code, detail: expect.any(String), title: expect.any(String) });
  return problem;
};
