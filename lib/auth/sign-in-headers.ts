import { addressHeader } from './address';

const kept = ['host', 'origin', 'user-agent', addressHeader];
/** All but the one by which a browser would be trusted for 30 days without a second factor. */
const ourCookie = /^(__Host-)?import-desk\.(session_token|two_factor|state|dont_remember)$/;

/**
 * What the sign-in hears of a request. Only a cookie says who asks there: a key, which would name somebody else, is left out
 * like everything that could switch something on in better-auth.
 */
export function signInHeaders(given: Headers): Headers {
  const headers = new Headers();
  for (const name of kept) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  const cookies = (given.get('cookie') ?? '').split(';').map((each) => each.trim());
  const ours = cookies.filter((each) => ourCookie.test(each.split('=')[0]!));
  if (ours.length > 0) headers.set('cookie', ours.join('; '));
  return headers;
}
