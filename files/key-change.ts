import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSecret, parseSecret, secretFile } from './secret-key';

/** The secret key on its way to another one. Every step can be done again after a kill. */
export interface KeyChange {
  /** All keys at hand, the one in use first. */
  keys(): Promise<Buffer[]>;
  /** The key that comes; made, durably, where there is none yet. */
  next(): Promise<Buffer>;
  /** Puts the next key in the place of the one in use, which stays at hand. */
  settle(): Promise<void>;
  /** Removes the key that was in use before. */
  forget(): Promise<void>;
}

/**
 * Where `SECRET_KEY` says the key, `NEW_SECRET_KEY` says the next one; else both are files of the data folder.
 * @throws a sentence when a key is missing or is none
 */
export function openKeyChange(dataDir: string): KeyChange {
  const given = process.env.SECRET_KEY;
  return given ? givenKeys(given, process.env.NEW_SECRET_KEY) : keyFiles(dataDir);
}

function givenKeys(given: string, wanted: string | undefined): KeyChange {
  const next = async () => {
    if (!wanted) throw new Error('SECRET_KEY is set: set NEW_SECRET_KEY to the key that is to take its place.');
    return parseSecret(wanted, 'NEW_SECRET_KEY');
  };
  return {
    keys: async () => [parseSecret(given, 'SECRET_KEY'), await next()],
    next,
    settle: async () => undefined,
    forget: async () => undefined,
  };
}

function keyFiles(dataDir: string): KeyChange {
  const path = (ending = '') => join(dataDir, `${secretFile}${ending}`);
  const read = async (ending = ''): Promise<Buffer[]> => {
    const text = await readFile(path(ending), 'utf8').catch(noFile);
    return text === null ? [] : [parseSecret(text, path(ending))];
  };
  return {
    keys: async () => (await Promise.all(['', '.next', '.previous'].map(read))).flat(),

    async next() {
      if ((await read('.next')).length === 0) {
        // Under its name only when it is whole.
        await writeFile(path('.draft'), makeSecret(), { mode: 0o600, flush: true });
        await rename(path('.draft'), path('.next'));
      }
      return (await read('.next'))[0]!;
    },

    async settle() {
      if ((await read('.next')).length === 0) return;
      await rm(path('.previous'), { force: true });
      await link(path(), path('.previous'));
      await rename(path('.next'), path());
    },

    forget: () => rm(path('.previous'), { force: true }),
  };
}

function noFile(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
