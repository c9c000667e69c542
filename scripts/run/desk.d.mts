/** A running Import Desk of its own. */
export type Desk = {
  /** http://127.0.0.1:PORT, no slash at the end. */
  baseUrl: string;
  /** The session of its administrator, as the header `cookie`; empty where there is none. */
  cookie: string;
  /** Makes another person, who can sign in. */
  makePerson: (
    person: { name: string; email: string; password: string },
    role: 'admin' | 'editor' | 'viewer',
  ) => Promise<void>;
  /** Runs a command of `npm run admin`; gives what it printed, and throws where it failed. */
  admin: (parameters: string[], input?: string) => Promise<string>;
  /** Absolute; removed by `stop`. */
  dataDir: string;
  /** The worker's; the same unless it was started apart. */
  workerDataDir: string;
  /** Process numbers of this moment; a restart changes them. */
  pids: () => { web: number; workers: number[] };
  /** What all processes printed so far. */
  readLog: () => string;
  /** Kill -9; back when the process is gone. */
  killWeb: () => Promise<void>;
  /** All workers there are; one unless told otherwise. */
  killWorker: () => Promise<void>;
  /** Ends what still runs, migrates and starts all again on the same port and data; back when the web server answers. */
  restart: () => Promise<void>;
  /** Ends all and leaves the data folder. */
  end: () => Promise<void>;
  /** Ends all and removes the data folder. */
  stop: () => Promise<void>;
};

/**
 * @param options.env added to the environment of all processes
 * @param options.port otherwise a free one
 * @param options.workers how many, 1 unless given
 * @param options.empty leaves it without anybody: no administrator is made
 * @param options.apart gives the workers a data folder of their own, as on another machine; for PostgreSQL only
 * @param options.prepared the data folder of a desk on the embedded database that has ended, to begin with a copy of it, and
 *   the session of its administrator
 */
export const startDesk: (options?: {
  env?: Record<string, string>;
  port?: number;
  workers?: number;
  apart?: boolean;
  empty?: boolean;
  prepared?: Pick<Desk, 'dataDir' | 'cookie'>;
}) => Promise<Desk>;
