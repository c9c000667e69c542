import { nameOf, placeOf } from '../error-text';
import { log } from '../log';

/** By this better-auth's lines are known where it prints them past the logger that it was given. */
export const isOfBetterAuth = (said: unknown[]): boolean =>
  said.some((each) => typeof each === 'string' && each.includes('[Better Auth]'));

/**
 * What better-auth has to say. Its messages and errors quote what was sent (`Invalid callbackURL: …`), so the log has never
 * more than which error it was, and where.
 */
export function logSignIn(level: string, said: unknown[]): void {
  const errors = said.filter((each) => each instanceof Error).map((each) => `${nameOf(each)}${placeOf(each)}`);
  const cause = said.map(causeOf).find((each) => each !== undefined);
  const known = level === 'error' || level === 'warn' ? level : 'debug';
  const line = { from: 'sign-in', ...(errors.length > 0 && { error: errors.join('\n') }), cause };
  log[known](line, 'better-auth has refused something');
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2: what a provider may answer where a code is given for tokens. */
const refusals = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

/** How the provider of the single sign-on answered: its status, and its reason where it is one of the standard. */
function causeOf(said: unknown): string | undefined {
  if (typeof said !== 'object' || said === null || !('status' in said) || typeof said.status !== 'number')
    return undefined;
  // What better-fetch says where there was no answer.
  if ('statusText' in said && said.statusText === 'Fetch Error')
    return 'the provider of the single sign-on could not be reached';
  const reason = 'error' in said && typeof said.error === 'string' && refusals.has(said.error) ? ` ${said.error}` : '';
  return `the provider of the single sign-on answered ${said.status}${reason}`;
}
