/** A new desk as every test finds it, made once for all of them: making one takes as long as many a test. */
import { type Desk, startDesk } from '../scripts/run/desk.mjs';

type Prepared = Pick<Desk, 'dataDir' | 'cookie'>;

const name = 'PREPARED_DESK';
/** With another database, secret or address, the copy would be another desk than the one that was made. */
const settings = ['BASE_URL', 'DATABASE_URL', 'SECRET_KEY'];

/** Once, before all tests; what it gives back takes the desk away again. */
export default async () => {
  const desk = await startDesk();
  await desk.end();
  process.env[name] = JSON.stringify({ dataDir: desk.dataDir, cookie: desk.cookie } satisfies Prepared);
  return desk.stop;
};

/** What a desk with these settings can begin with; undefined where it has to be made. */
export const preparedFor = (env: Record<string, string>): Prepared | undefined =>
  settings.some((each) => env[each]) ? undefined : JSON.parse(process.env[name]!);
