/** The administrator of a temporary desk: made from its shell, signed in as a browser does it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { nodeProgram } from '../setup/node.mjs';
import { adminProgram } from './programs.mjs';

export const firstPerson = { name: 'Ada Admin', email: 'ada@example.com', password: 'correct horse battery' };

/**
 * Runs a command of `npm run admin` on the build.
 * @param {NodeJS.ProcessEnv} env of the desk
 * @returns {Promise<string>} what it printed on standard output; throws with the rest where it fails
 */
export const runAdmin = async (env, parameters, input = '') => {
  const child = spawn(nodeProgram(), adminProgram(parameters), { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  if (code !== 0) throw new Error(`${parameters[0]} ended with ${code}: ${err}`);
  return out;
};

/** Makes a person. @param {NodeJS.ProcessEnv} env of the desk @param {'admin' | 'editor' | 'viewer'} role */
export const makePerson = async (env, { name, email, password } = firstPerson, role = 'admin') => {
  const parameters = ['create-user', '--email', email, '--name', name, '--role', role, '--password-stdin'];
  await runAdmin(env, parameters, password);
};

/** Signs in. @returns {Promise<string>} the cookie of the session, as a request sends it */
export const signIn = async (baseUrl, { email, password } = firstPerson) => {
  const answer = await fetch(`${baseUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: baseUrl, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

const sessions = new Map();

/** From here on, scripts of this process ask the desk as somebody who is signed in. */
export const keepSession = (baseUrl, cookie) => sessions.set(baseUrl, cookie);

/** The headers by which scripts ask a desk. @returns {Record<string, string>} */
export const asSignedIn = (baseUrl) => (sessions.has(baseUrl) ? { cookie: sessions.get(baseUrl) } : {});
