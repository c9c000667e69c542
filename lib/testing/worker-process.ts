import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { withoutS3 } from '../../scripts/run/programs.mjs';
import { inRoot } from '../../scripts/setup/root.mjs';

/**
 * Starts the bundled worker on a data folder; it ends with the test process at the latest.
 * @param env more settings, as DATABASE_URL
 * @param output where it says what it does, as the number of an open file
 */
export const startWorker = (dataDir: string, env: Record<string, string> = {}, output?: number): ChildProcess =>
  spawn(process.execPath, ['--require', inRoot('scripts', 'run', 'leash.cjs'), join(inject('dist'), 'worker.mjs')], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      IMPORT_DESK_DIST: inject('dist'),
      LOG_LEVEL: 'silent',
      JOB_LEASE_MS: '200',
      ...withoutS3,
      DATABASE_URL: '',
      ...env,
    },
    stdio: ['ignore', output ?? 'ignore', output ?? 'inherit', 'ipc'],
  });

/** Kill -9; back when the process is gone. */
export async function killWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGKILL');
  await gone;
}
