import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { inRoot } from '../../scripts/setup/root.mjs';

/** Where a command of the shell works. */
export interface AdminOn {
  dataDir: string;
  /** Of a PostgreSQL database. */
  url?: string;
}

/** Starts the bundled commands of `npm run admin`. */
export const startAdmin = ({ dataDir, url = '' }: AdminOn, ...parameters: string[]): ChildProcess =>
  spawn(process.execPath, [join(inject('dist'), 'admin.mjs'), ...parameters], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      IMPORT_DESK_ROOT: inRoot(),
      IMPORT_DESK_DIST: inject('dist'),
      SECRET_KEY: '',
      S3_BUCKET: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs a command to its end. */
export async function admin(on: AdminOn, ...parameters: string[]): Promise<{ code: number | null; said: string }> {
  const child = startAdmin(on, ...parameters);
  const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
  return { code, said: out + err };
}
