import { randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file of the data folder that holds it. */
export const secretFile = 'secret.key';

/**
 * The secret key of this desk: `SECRET_KEY` (64 hexadecimal digits), else the file `secret.key` of the data folder, which is
 * made where there is none, readable by nobody else.
 * @throws a sentence when the key is not one
 */
export async function readSecretKey(dataDir: string, given = process.env.SECRET_KEY): Promise<Buffer> {
  if (given) return parseSecret(given, 'SECRET_KEY');
  const file = join(dataDir, secretFile);
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(file, makeSecret(), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return parseSecret(await readFile(file, 'utf8'), file);
}

/** A new secret key as its file has it. */
export const makeSecret = (): string => `${randomBytes(32).toString('hex')}\n`;

/** The same, where there is one: null where none was made yet. */
export async function findSecretKey(dataDir: string, given = process.env.SECRET_KEY): Promise<Buffer | null> {
  const file = join(dataDir, secretFile);
  const isThere = given || (await stat(file).catch(() => null));
  return isThere ? readSecretKey(dataDir, given) : null;
}

/** A secret key from its digits. @param from where they come from, for the sentence that refuses them */
export function parseSecret(text: string, from: string): Buffer {
  const key = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(key)) throw new Error(`${from} is not a secret key: 64 hexadecimal digits are wanted.`);
  return Buffer.from(key, 'hex');
}
