import type { Instrumentation } from 'next';
import { isOfBetterAuth, logSignIn } from '@/lib/auth/log-sign-in';
import { errorText } from '@/lib/error-text';
import { log } from '@/lib/log';

/** What is in the log already, by its request. */
const told = new WeakSet<Error>();
/** Next prints an error before it tells of its request, or after; ms between the two. */
const moment = 100;

/** Next prints errors with all they hold, as the values of a row that the database refused. They go to the log instead. */
export function register(): void {
  if (process.env.NODE_ENV !== 'production') return;
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...said: unknown[]) => void setTimeout(() => tell(level, said), moment);
  }
}

function tell(level: 'error' | 'warn', said: unknown[]): void {
  if (isOfBetterAuth(said)) {
    logSignIn(level, said);
    return;
  }
  // Beside an error stands Next's own sign for one.
  const errors = said.filter((each) => each instanceof Error);
  if (errors.some((each) => told.has(each))) return;
  log[level]({ error: (errors.length > 0 ? errors : said).map((each) => errorText(each)).join('\n') }, 'web server');
}

/** Called by Next where a page or an action broke. */
export const onRequestError: Instrumentation.onRequestError = (
  error,
  { method, headers },
  { routePath, routeType },
) => {
  if (error instanceof Error) told.add(error);
  const request = headers['x-import-desk-request'];
  const { digest } = error as { digest?: string };
  log.error({ request, method, route: routePath, kind: routeType, digest, error: errorText(error) }, 'request failed');
};
