/** Network errors of Node, and PostgreSQL's words for a server that goes, comes or has no connection left (appendix A of its manual). */
const codes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '53300', 'SQLITE_BUSY'],
]);
/** What the driver says without a code. */
const texts =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** What SQLite, PostgreSQL and the system say where the disk of the database is full. */
const full = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', '53100', 'ENOSPC', 'EDQUOT']);

/** Whether an error says that the database cannot be reached just now, so that trying again helps. */
export const isAway = (error: unknown): boolean =>
  some(error, ({ code, message }) => codes.has(code) || /^08...$/.test(code) || texts.test(message));

/** Whether an error says that the database has no room to write. */
export const isFull = (error: unknown): boolean => some(error, ({ code }) => full.has(code));

/** Whether an error, or what it came of, is such a one. */
function some(error: unknown, is: (error: { code: string; message: string }) => boolean): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (is({ code: typeof code === 'string' ? code : '', message: at.message })) return true;
    if (at instanceof AggregateError && at.errors.some((each) => some(each, is))) return true;
  }
  return false;
}
