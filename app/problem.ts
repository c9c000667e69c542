import type { Actor } from '@/lib/auth/actor';
import type { Problem } from '@/lib/contracts/import-api';
import type { FilesFault } from '@/lib/files';
import type { ImportRecord } from '@/lib/import-store';

/** A refusal as an exception of a face: route handlers answer it as an RFC 9457 problem document. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly more: Record<string, unknown> & { retryAfter?: number } = {},
  ) {
    super(detail);
  }
}

/** A known person or key that may not do it. */
export class NotAllowed extends Refused {
  constructor(readonly who: Actor) {
    const lacks = who.kind === 'key' ? 'This API key has no scope for it.' : 'Your role does not allow this.';
    super(403, 'not_allowed', lacks);
  }
}

export const notFound = (what = 'import') => new Refused(404, 'not_found', `There is no such ${what}.`);

export const wrongState = (detail: string) => new Refused(409, 'wrong_state', detail);

/** Asks for rows, or for the file, of an import for which they are not kept any more. */
export function expectRows({ rowsRemovedAt }: Pick<ImportRecord, 'rowsRemovedAt'>): void {
  if (rowsRemovedAt === null) return;
  const at = new Date(rowsRemovedAt).toISOString();
  throw new Refused(
    410,
    'rows_removed',
    `The rows of this import were removed on ${at.slice(0, 10)}, as the retention setting says. Its totals and what it wrote to customers stay.`,
    { rowsRemovedAt: at },
  );
}

/** Asks for the file of an import, from which a customer may have been erased meanwhile. */
export function expectFile({ fileRemovedAt }: Pick<ImportRecord, 'fileRemovedAt'>): void {
  if (fileRemovedAt === null) return;
  throw new Refused(
    410,
    'file_removed',
    'The file of this import is not kept any more, because a customer in it was erased. Its other rows are there.',
  );
}

/** A wait of seconds, as while the database restarts. */
export const databaseAway = () =>
  new Refused(
    503,
    'database_away',
    'The database cannot be reached at the moment. Nothing was lost; try again shortly.',
  );

/** Somebody has to make room before anything can be written. */
export const databaseFull = () =>
  new Refused(
    507,
    'disk_full',
    'The disk of the server is full, so nothing was written. Ask whoever runs Import Desk to make room, then try again.',
  );

/** What a file that cannot be stored or had is answered with. */
export function filesProblem({ kind, message }: FilesFault): Refused {
  if (kind === 'no_room') return new Refused(507, 'disk_full', message);
  if (kind === 'missing') return new Refused(410, 'file_missing', message);
  if (kind === 'damaged') return new Refused(410, 'file_damaged', message);
  return new Refused(503, 'files_unavailable', message);
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Refused',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Not taken',
  422: 'Cannot be done like this',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Not available at the moment',
  507: 'No room on the disk',
};

/** @param seconds after which it is worth trying again */
const waiting = (status: number, seconds = status === 503 ? 5 : undefined) =>
  seconds !== undefined && { 'retry-after': String(seconds) };

export function problemAnswer({ status, code, message, more: { retryAfter, ...more } }: Refused): Response {
  const title = titles[status] ?? 'Refused';
  const body: Problem = { type: `about:blank#${code}`, title, status, code, detail: message, ...more };
  const headers = {
    'content-type': 'application/problem+json',
    ...waiting(status, retryAfter),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  };
  return Response.json(body, { status, headers });
}
