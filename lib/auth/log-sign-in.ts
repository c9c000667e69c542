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
  const known = level === 'error' || level === 'warn' ? level : 'debug';
  const line = { from: 'sign-in', ...(errors.length > 0 && { error: errors.join('\n') }) };
  log[known](line, 'better-auth has refused something');
}
