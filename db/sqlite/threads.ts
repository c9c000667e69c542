import { Worker } from 'node:worker_threads';
import type { Answer, PlainWrite, RequestBody } from './protocol';

/** A SQLite connection in a thread; requests are answered in order. */
export interface Thread {
  ask(body: RequestBody): Promise<unknown>;
  close(): Promise<void>;
}

/** An error that SQLite reported; `code` is its extended result code, as in SQLITE_CONSTRAINT_UNIQUE. */
export class DatabaseError extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** Keeps a thread's heap small: V8 would rather grow than collect. What SQLite itself holds does not count. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** Starts a thread at the first request. When it dies, what waits is refused and the next request starts a new one. */
export function startThread(script: string, file: string, readonly: boolean): Thread {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let worker: Worker | undefined;
  let last = 0;

  const settle = (answer: Answer) => {
    const pending = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker?.unref();
    if ('error' in answer) pending?.reject(new DatabaseError(answer.error.message, answer.error.code));
    else pending?.resolve(answer.result);
  };

  const start = () => {
    const started = new Worker(script, { workerData: { file, readonly }, resourceLimits });
    const fail = (error: Error) => {
      if (worker === started) worker = undefined;
      for (const pending of waiting.values()) pending.reject(error);
      waiting.clear();
    };
    started.on('message', settle);
    started.on('error', fail);
    started.on('exit', () => fail(new Error('The database thread stopped.')));
    return started;
  };

  const ask = (body: RequestBody) =>
    new Promise<unknown>((resolve, reject) => {
      worker ??= start();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.ref();
      worker.postMessage({ id: last, ...body }, body.kind === 'write' ? packedOf(body.list) : []);
    });

  return {
    ask,
    close: async () => {
      if (!worker) return;
      await ask({ kind: 'close' }).catch(() => undefined);
      await worker?.terminate();
    },
  };
}

/** Handed over and not copied. */
const packedOf = (list: PlainWrite[]): ArrayBuffer[] =>
  list.flatMap(({ packed }) => (packed ? [packed.buffer as ArrayBuffer] : []));
