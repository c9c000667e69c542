import type { Problem } from '@/lib/contracts/import-api';
import type { FilesFault } from '@/lib/files';

/** A refusal as an exception of a face: route handlers answer it as an RFC 9457 problem document. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

export const notFound = (what = 'import') => new Refused(404, 'not_found', `There is no such ${what}.`);

export const wrongState = (detail: string) => new Refused(409, 'wrong_state', detail);

/** A wait of seconds, as while the database restarts. */
export const databaseAway = () =>
  new Refused(
    503,
    'database_away',
    'The database cannot be reached at the moment. Nothing was lost; try again shortly.',
  );

/** What a file that cannot be stored or had is answered with. */
export function filesProblem({ kind, message }: FilesFault): Refused {
  if (kind === 'no_room') return new Refused(507, 'disk_full', message);
  if (kind === 'missing') return new Refused(410, 'file_missing', message);
  return new Refused(503, 'files_unavailable', message);
}

const titles: Record<number, string> = {
  400: 'Bad request',
  403: 'Refused',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Not a spreadsheet',
  422: 'Cannot be done like this',
  500: 'Something went wrong',
  503: 'Not available at the moment',
  507: 'No room on the disk',
};

export function problemAnswer({ status, code, message, more }: Refused): Response {
  const title = titles[status] ?? 'Refused';
  const body: Problem = { type: `about:blank#${code}`, title, status, code, detail: message, ...more };
  const headers = { 'content-type': 'application/problem+json', ...(status === 503 ? { 'retry-after': '5' } : {}) };
  return Response.json(body, { status, headers });
}
