/** An Import Desk for tests, and the import API as a script would call it. */
import { randomBytes } from 'node:crypto';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportView } from '../lib/contracts/import-api';
import type { ImportState } from '../lib/steps';
import { type Desk as Processes, startDesk } from '../scripts/run/desk.mjs';
import { environment, startNode, withoutS3, workerProgram } from '../scripts/run/programs.mjs';
import { endChild } from '../scripts/run/supervise.mjs';
import { preparedFor } from './prepared';

export type Desk = Processes & {
  /** Of its PostgreSQL; undefined on SQLite. */
  databaseUrl: string | undefined;
  /** Another worker, after `killWorker`: the web server stays. */
  startWorker: () => void;
  /** A request with our Origin, by the administrator. `path` begins with a slash. */
  call: (path: string, init?: RequestInit) => Promise<Response>;
  /** Uploads and gives the new import. `query`: see `uploadQuery` in lib/contracts/import-api.ts. */
  upload: (fileName: string, content: BodyInit, query?: Record<string, string>) => Promise<ImportView>;
  /** Waits until the import has the state; throws where it fails or takes longer than `limit` ms. */
  until: (id: number, state: ImportState, limit?: number) => Promise<ImportView>;
  /** Submits and waits for the end. */
  commit: (id: number) => Promise<ImportView>;
};

const pollEvery = 50;
const tries = 3;

/** A port that was free a moment ago may be taken by now: then another one. */
const start = async (options: Parameters<typeof startDesk>[0], left = tries): Promise<Processes> => {
  try {
    return await startDesk(options);
  } catch (error) {
    if (left > 1 && String(error).includes('EADDRINUSE')) return start(options, left - 1);
    throw error;
  }
};

/**
 * Starts web server and worker of the build on a free port with a new data folder.
 * @param given added to the environment of both
 * @param apart whether the worker has a data folder of its own
 * @param empty whether nobody has an account
 */
export const serve = async (
  given: Record<string, string> = {},
  { apart = false, empty = false, port = undefined as number | undefined } = {},
): Promise<Desk> => {
  // A worker that is started later has to have the secret of the others.
  const env = apart ? { SECRET_KEY: randomBytes(32).toString('hex'), ...given } : given;
  const prepared = empty ? undefined : preparedFor(env);
  const processes = await start({ env, apart, empty, port, prepared });
  const { baseUrl } = processes;

  const call = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('origin')) headers.set('origin', baseUrl);
    if (!headers.has('cookie') && !headers.has('authorization') && !headers.has('x-api-key'))
      headers.set('cookie', processes.cookie);
    return fetch(`${baseUrl}${path}`, { ...init, headers });
  };
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const answer = await call(path, init);
    if (!answer.ok) throw new Error(`${init?.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<T>;
  };
  const until = async (id: number, state: ImportState, limit = 30_000) => {
    const deadline = Date.now() + limit;
    for (;;) {
      const view = await json<ImportView>(`/api/v1/imports/${id}`);
      if (view.state === state) return view;
      if (view.state === 'failed') throw new Error(`Import ${id} failed: ${view.error}`);
      if (Date.now() > deadline) throw new Error(`Import ${id} is ${view.state}, not ${state}, after ${limit} ms.`);
      await wait(pollEvery);
    }
  };
  const workers: ReturnType<typeof startNode>[] = [];
  const startWorker = () => {
    const { hostname: host, port } = new URL(baseUrl);
    const log = openSync(join(processes.dataDir, 'processes.log'), 'a');
    const settings = { host, port: Number(port), baseUrl, dataDir: processes.workerDataDir };
    const all: NodeJS.ProcessEnv = { ...environment(settings), NODE_ENV: 'production', ...withoutS3, ...env };
    workers.push(startNode(workerProgram(), all, log));
  };
  return {
    ...processes,
    databaseUrl: given.DATABASE_URL || undefined,
    startWorker,
    stop: async () => {
      await Promise.all(workers.map((worker) => endChild(worker)));
      await processes.stop();
    },
    call,
    until,
    upload: (fileName, body, query = {}) =>
      json(`/api/v1/imports?${new URLSearchParams({ fileName, ...query })}`, { method: 'POST', body }),
    commit: async (id) => {
      await json(`/api/v1/imports/${id}/commit`, { method: 'POST' });
      return until(id, 'committed');
    },
  };
};
