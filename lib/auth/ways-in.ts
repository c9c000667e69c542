import { readOidc } from './oidc';

/** How an account opens the desk, as it is called where accounts are kept: by a password, or by single sign-on. */
export type SignInWay = 'credential' | 'oidc';

/** The ways by which people can sign in at present. Whoever has only another one is locked out until it is back. */
export const waysIn = (): SignInWay[] => (readOidc() === null ? ['credential'] : ['credential', 'oidc']);
