import { expect, it } from 'vitest';
import { signInHeaders } from './sign-in-headers';

it('the sign-in hears the cookies of a session and its beginning, and neither keys nor trusted browsers', () => {
  const given = new Headers({
    host: 'desk.example',
    origin: 'https://desk.example',
    'x-api-key': 'idk_junk',
    authorization: 'Bearer idk_junk',
    'content-type': 'text/plain',
    'x-import-desk-address': '10.0.0.1',
    cookie: 'a=b; import-desk.trust_device=t; import-desk.session_token=s; __Host-import-desk.two_factor=f',
  });
  expect(Object.fromEntries(signInHeaders(given))).toEqual({
    host: 'desk.example',
    origin: 'https://desk.example',
    'x-import-desk-address': '10.0.0.1',
    cookie: 'import-desk.session_token=s; __Host-import-desk.two_factor=f',
  });
  expect(signInHeaders(new Headers({ cookie: '__Host-import-desk.trust_device=t' })).has('cookie')).toBe(false);
});
