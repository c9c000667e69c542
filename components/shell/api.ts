/** The import API from the browser: JSON in, JSON out, problems as exceptions. Same origin, so cookies go along. */
import type { Problem } from '@/lib/contracts/import-api';

/** A refusal by the server (RFC 9457). `errors` holds messages by field where the server knows the field. */
export class ApiProblem extends Error {
  readonly problem: Problem & { errors?: Record<string, string> };

  constructor(problem: Problem & { errors?: Record<string, string> }) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Calls `/api/v1${path}`. The type of the answer is the one the contract names; throws `ApiProblem`. */
export async function callApi<Answer = void>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const answer = await fetch(`/api/v1${path}`, {
    method,
    signal,
    cache: 'no-store',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(unreachable);
  });
  const text = await answer.text();
  if (!answer.ok) throw new ApiProblem(readProblem(answer.status, text));
  return (text ? JSON.parse(text) : undefined) as Answer;
}

/** The problem in an answer that is not a success, or a plain one where the body is something else (a proxy's page). */
export function readProblem(status: number, text: string): Problem & { errors?: Record<string, string> } {
  try {
    const parsed = JSON.parse(text);
    if (typeof parsed?.detail === 'string') return parsed;
  } catch {
    // Not JSON: fall through to a sentence of our own.
  }
  return { ...unreachable, status, detail: `The server answered ${status}. Try again in a moment.` };
}

export const unreachable: Problem = {
  type: 'about:blank',
  title: 'Not reachable',
  status: 0,
  code: 'unreachable',
  detail: 'Import Desk cannot be reached. Check the connection and try again.',
};

/** One sentence for a person, whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.problem.detail : 'Something went wrong in this page. Reload it and try again.';
