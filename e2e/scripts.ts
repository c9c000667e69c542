/** Runs the scripts behind `npm run …` as someone does who starts them by hand. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { firstPerson, keepSession, signIn } from '../scripts/run/first-person.mjs';
import { freePort } from '../scripts/run/settings.mjs';
import { endChild } from '../scripts/run/supervise.mjs';
import { startPostgres } from '../scripts/setup/postgres.mjs';
import { root } from '../scripts/setup/root.mjs';

export { expect };

export type Started = {
  process: ChildProcess;
  /** What it printed so far. */
  said: () => string;
  /** Where it listens, if it is a web server. */
  url: string;
  /** Waits until it has printed a text. */
  until: (text: string) => Promise<void>;
};

type Script = {
  /** Without `scripts/` and its ending. */
  name: 'admin' | 'healthy' | 'migrate' | 'start' | 'web' | 'worker';
  parameters?: string[];
  /** Added to the settings of the test. */
  env?: Record<string, string>;
  /** What is written to its standard input. */
  input?: string;
};

interface Scripts {
  /** Of a PostgreSQL that only this test has. */
  databaseUrl: string;
  /** Starts a script on that database and a data folder of the test; it ends with the test. */
  start: (script: Script) => Promise<Started>;
  /**
   * Signs in at web servers of one database, so that scripts of the test may ask them.
   * @param made the settings by which the administrator is made first; undefined where there is one already
   */
  enter: (webs: Started[], made?: Record<string, string>) => Promise<void>;
}

/** `folder` is where the scripts are. */
export const test = base.extend<{ folder: string; scripts: Scripts }>({
  folder: [root, { option: true }],
  scripts: async ({ folder }, use) => {
    const postgres = await startPostgres();
    const databaseUrl = `${postgres.url}/postgres`;
    const dataDir = mkdtempSync(join(tmpdir(), 'import-desk-scripts-'));
    // Nothing else, as in a container: npm and the test runner set variables of their own.
    const settings = { NODE_ENV: 'production' as const, PATH: process.env.PATH, DATA_DIR: dataDir };
    const all: ChildProcess[] = [];
    const start: Scripts['start'] = async ({ name, parameters = [], env = {}, input }) => {
      const port = String(await freePort());
      const child = spawn(process.execPath, [join(folder, 'scripts', `${name}.mjs`), ...parameters], {
        env: { ...settings, DATABASE_URL: databaseUrl, PORT: port, ...env },
      });
      all.push(child);
      if (input !== undefined) child.stdin.end(input);
      const said = collect(child);
      const until = (wanted: string) => expect.poll(said, { timeout: 60_000 }).toContain(wanted);
      return { process: child, said, url: `http://127.0.0.1:${env.PORT ?? port}`, until };
    };
    const enter: Scripts['enter'] = async (webs, made) => {
      const { email, name, password } = firstPerson;
      if (made) {
        const parameters = ['create-user', '--email', email, '--name', name, '--role', 'admin', '--password-stdin'];
        const command = await start({ name: 'admin', parameters, env: made, input: password });
        expect(await ended(command), command.said()).toEqual([0, null]);
      }
      for (const { url } of webs) keepSession(url, await signIn(url));
    };
    await use({ databaseUrl, start, enter });
    await Promise.all(all.map((child) => endChild(child)));
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    await postgres.stop();
  },
});

const collect = ({ stdout, stderr }: ChildProcess): (() => string) => {
  let text = '';
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (part) => {
      text += part;
    });
  }
  return () => text;
};

/** Asks it to end. @returns exit code and signal */
export const end = ({ process: child }: Started, signal: NodeJS.Signals = 'SIGTERM') => {
  const gone = once(child, 'exit');
  child.kill(signal);
  return gone;
};

/** Waits for its own end. @returns exit code and signal */
export const ended = ({ process: child }: Started) => once(child, 'exit');
