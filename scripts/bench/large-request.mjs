/** One request of contract A that is nearly as large as one may be, and those who ask for something small meanwhile. */
import { setTimeout as wait } from 'node:timers/promises';
import { highestOf } from './proc.mjs';

const [customers, addresses] = [9700, 12];
/** Between two small questions, in ms. */
const every = 20;

/**
 * @param {{ baseUrl: string, pids: () => { web: number } }} desk
 * @param {string} key an API key
 * @returns {Promise<{ name: string, rows: number, milliseconds: number, waited: number, web: number }>} `waited` is the longest
 *   that somebody else had to wait, in ms, and `web` the most memory that the web server has had, in bytes
 */
export const measureLarge = async (desk, key) => {
  const body = largeBody();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  let isDone = false;
  let waited = 0;
  const others = (async () => {
    while (!isDone) {
      const asked = performance.now();
      await fetch(`${desk.baseUrl}/api/health`).then((answer) => answer.arrayBuffer());
      waited = Math.max(waited, performance.now() - asked);
      await wait(every);
    }
  })();
  const begun = performance.now();
  const answer = await fetch(`${desk.baseUrl}/customers/bulk/id`, { method: 'POST', headers, body });
  const { messages } = await answer.json();
  const milliseconds = performance.now() - begun;
  isDone = true;
  await others;
  if (answer.status !== 200 || messages.join() !== 'Completed') throw new Error(`${answer.status} ${messages}`);
  const name = `A, ${Math.round(body.length / 1024 ** 2)} MB in one request`;
  return { name, rows: customers, milliseconds, waited, web: highestOf(desk.pids().web) };
};

const largeBody = () => {
  const parts = Array.from({ length: addresses }, (_, at) => {
    return { code: `a${at}`, street: 's'.repeat(250), city: 'c'.repeat(100) };
  });
  const list = Array.from({ length: customers }, (_, at) => ({ id: 60_000_000 + at, addresses: parts }));
  return Buffer.from(JSON.stringify({ customers: list }));
};
