/** Asks the web server whether it is well. */
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { urlOf } from './settings.mjs';

/**
 * What /api/health says of each part: 'ok' or something else.
 * @param {{ host: string, port: number }} server
 * @returns {Promise<{ web?: string, database?: string, worker?: string }>} empty where nobody answers
 */
export const readHealth = ({ host, port }) =>
  new Promise((resolve) => {
    // A name that is served whatever BASE_URL says.
    const headers = { host: `127.0.0.1:${port}` };
    const request = get(`${urlOf(host, port)}/api/health`, { agent: false, timeout: 5000, headers }, (answer) => {
      text(answer)
        .then((body) => resolve(JSON.parse(body)))
        .catch(() => resolve({}));
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve({}));
  });

/** Whether pages can be opened. Workers may be elsewhere, or start later. */
export const isServing = ({ web, database }) => web === 'ok' && database === 'ok';

/** Whether the work is done too. On a full disk it is, until there is something to write. */
export const isWell = (health) => isServing(health) && health.worker === 'ok';

/**
 * @param {{ host: string, port: number }} server
 * @param {{ limit?: number, isOver?: () => boolean, is?: (health: object) => boolean }} options isOver ends the wait early
 * @returns {Promise<boolean>} whether it was as wanted in time
 */
export const waitUntilHealthy = async (server, { limit = 60_000, isOver = () => false, is = isWell } = {}) => {
  const until = Date.now() + limit;
  while (Date.now() < until && !isOver()) {
    if (is(await readHealth(server))) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
};
