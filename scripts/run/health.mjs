/** Waits until the web server answers. */
import { get } from 'node:http';

/** @returns {Promise<number>} the status, 0 where nobody answers */
const statusOf = (url) =>
  new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 5000 }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', () => resolve(0));
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(0));
  });

/**
 * @param {string} url of the server
 * @param {{ limit?: number, isOver?: () => boolean }} options isOver ends the wait early
 * @returns {Promise<boolean>} whether /api/health said 200 in time
 */
export const waitUntilHealthy = async (url, { limit = 60_000, isOver = () => false } = {}) => {
  const until = Date.now() + limit;
  while (Date.now() < until && !isOver()) {
    if ((await statusOf(`${url}/api/health`)) === 200) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
};
