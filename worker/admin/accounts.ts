/** The commands of `npm run admin` for people and keys. Each answers with its exit code. */
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { readSecretKey } from '../../files/secret-key';
import { makeKey } from '../../lib/auth/api-key';
import { notedShell } from '../../lib/auth/audit';
import { invite } from '../../lib/auth/join';
import { mostKeyDays } from '../../lib/auth/key-fields';
import { type Role, type Scope, scopes } from '../../lib/auth/permissions';
import { newPassword, personEmail, personName } from '../../lib/auth/person-fields';
import { setUpCode } from '../../lib/auth/secret';
import { forgetAccount } from '../../lib/auth/throttle';
import type { Store } from '../../lib/store';

/** What stands against it is said in one sentence. */
export class Refusal extends Error {}

/** Roles as they are written on the command line. */
const roleWords: Record<string, Role> = { admin: 'administrator', editor: 'editor', viewer: 'viewer' };

export interface CreateUser {
  email?: string;
  role?: string;
  name?: string;
  'password-stdin'?: boolean;
}

/** With a password the person can sign in at once; without one a link is printed by which they choose it. */
export async function createUser(store: Store, given: CreateUser, baseUrl: string): Promise<void> {
  const email = read(personEmail, given.email ?? '');
  const role = roleWords[given.role ?? ''];
  if (!role) throw new Refusal(`--role is one of ${Object.keys(roleWords).join(', ')}.`);
  // Whoever is the first closes the set-up page, and nobody else could let others in.
  if (role !== 'administrator' && (await store.countPeople()) === 0)
    throw new Refusal('There is nobody yet. Make an administrator first, by --role admin or by the link of npm start.');
  const taken = `${email} has an account already.`;
  if (await store.findPerson(email)) throw new Refusal(taken);
  if (!given['password-stdin']) {
    const id = randomUUID();
    const by = notedShell(store, 'person_invited', { kind: 'invitation', id }, { role });
    const token = await invite(by, { id, email, role, createdBy: 'The shell' });
    if (token === null) throw new Refusal(taken);
    console.log(`${email} chooses a password by this link, within seven days:\n${baseUrl}/invitation/${token}`);
    return;
  }
  const name = read(personName, given.name ?? email.split('@')[0]!);
  const passwordHash = await hashPassword(await readPassword());
  const id = randomUUID();
  const by = notedShell(store, 'person_created', { kind: 'person', id }, { role });
  if ((await by.addPerson({ id, name, email, role, passwordHash })) === null) throw new Refusal(taken);
  console.log(`${email} can sign in as ${role}.`);
}

/** For who is locked out: a new password, no second factor any more, all sessions ended. */
export async function resetPassword(store: Store, given: { email?: string }): Promise<void> {
  const email = read(personEmail, given.email ?? '');
  const person = await store.findPerson(email);
  if (!person) throw new Refusal(`Nobody has the email ${email}.`);
  const by = notedShell(store, 'password_reset', { kind: 'person', id: person.id });
  await by.resetPassword(person.id, await hashPassword(await readPassword()), { secondFactor: true });
  // Who is locked out has mostly tried too often.
  await forgetAccount(store, email);
  const disabled = person.disabled ? ' The account is disabled; an administrator has to enable it.' : '';
  console.log(`${email} has the new password. All sessions are ended, and the second factor is off.${disabled}`);
}

export interface CreateKey {
  name?: string;
  scope?: string[];
  days?: string;
}

/** Prints the key alone on its line, once. */
export async function createKey(store: Store, given: CreateKey): Promise<void> {
  const name = read(personName, given.name ?? '');
  const wanted = [...new Set(given.scope ?? [])];
  const unknown = wanted.filter((scope) => !scopes.includes(scope as Scope));
  if (wanted.length === 0 || unknown.length > 0)
    throw new Refusal(`--scope is one of ${scopes.join(', ')}, and may be repeated.`);
  const days = given.days === undefined ? null : Number(given.days);
  if (days !== null && !(Number.isInteger(days) && days > 0 && days <= mostKeyDays)) {
    throw new Refusal(
      `--days is a whole number from 1 to ${mostKeyDays}. Without it the key lasts until it is revoked.`,
    );
  }
  const expiresAt = days === null ? null : Date.now() + days * 86_400_000;
  const id = randomUUID();
  const by = notedShell(store, 'key_created', { kind: 'key', id }, { scopes: wanted });
  const key = await makeKey(by, { id, name, scopes: wanted as Scope[], createdBy: 'The shell', expiresAt });
  console.error(`The API key “${name}”. It is shown only here:`);
  console.log(key);
}

/** The link by which the first administrator is made, while there is nobody. */
export async function setUpLink(store: Store, dataDir: string, baseUrl: string): Promise<void> {
  if ((await store.countPeople()) > 0) throw new Refusal('This desk is set up already.');
  console.log(`${baseUrl}/set-up?code=${setUpCode(await readSecretKey(dataDir))}`);
}

/** From standard input, so that it stands in no list of processes and in no history of a shell. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) console.error('Enter the password, then Ctrl+D on a new line:');
  return read(newPassword, (await text(process.stdin)).replace(/\r?\n$/, ''));
}

function read<Value>(schema: z.ZodType<Value>, given: string): Value {
  const result = schema.safeParse(given);
  if (!result.success) throw new Refusal(z.prettifyError(result.error).replace(/^✖ /, ''));
  return result.data;
}
