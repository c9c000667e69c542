import { join } from 'node:path';
import { type ComparedTable, moveToPostgres } from '../../db/move/move-to-postgres';
import { MoveRefused } from '../../db/move/refused';
import { databaseFile } from '../../db/open-store';
import { Unusable } from '../../db/postgres/unusable';

const whole = new Intl.NumberFormat('en');

/** `migrate-to`: copies the SQLite database to PostgreSQL and says what to do next. @returns the exit code */
export async function moveTo(url: string, { root, dataDir }: { root: string; dataDir: string }): Promise<number> {
  const file = databaseFile(dataDir);
  console.log(`Copying ${file} …`);
  const moved = await moveToPostgres({
    file,
    url,
    migrations: { sqlite: join(root, 'db/sqlite/migrations'), postgres: join(root, 'db/postgres/migrations') },
    onCopied: (table, rows) => rows > 100_000 && console.log(`  ${table}: ${whole.format(rows)} rows copied`),
  }).catch((error) => {
    const isTold = error instanceof MoveRefused || error instanceof Unusable;
    console.error(isTold ? `${error.message}\nNothing was moved.` : error);
  });
  if (!moved) return 1;
  console.log(`Copied, read back and compared:\n\n${listed(moved.tables)}\n`);
  console.log(whatIsNext(moved.jobs, url, dataDir));
  return 0;
}

function whatIsNext(jobs: number, target: string, dataDir: string): string {
  return `Jobs that were open and go on in PostgreSQL: ${jobs}

What to do next:
  1. Start Import Desk with DATABASE_URL set to the target: DATABASE_URL=${hidden(target)} npm start
  2. Keep ${join(dataDir, 'uploads')} where it is: uploaded files are not in the database. Web servers and workers
     on other machines must be able to reach them.
  3. Keep the secret key (SECRET_KEY, or ${join(dataDir, 'secret.key')}): sensitive values and uploaded files are
     sealed with it there too. Where web servers and workers have other data folders, set SECRET_KEY for all of them.
  4. Keep ${databaseFile(dataDir)} until you have seen that all is there. Nothing is written to it any more.`;
}

function listed(tables: ComparedTable[]): string {
  const lines = [
    ['table', 'rows', 'checksum', 'time'],
    ...tables.map(({ table, rows, checksum, ms }) => [
      table,
      whole.format(rows),
      checksum.slice(0, 12),
      `${(ms / 1000).toFixed(1)} s`,
    ]),
  ];
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  // Names to the left, numbers to the right.
  const cell = (text: string, at: number) => (at % 2 === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!));
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n');
}

/** The URL with a word in the place of its password. */
function hidden(text: string): string {
  const shown = new URL(text);
  if (shown.password) shown.password = 'PASSWORD';
  return shown.href;
}
