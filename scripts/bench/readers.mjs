/** Puts a crowd of readers on a web server with autocannon, and counts what they are answered. */
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { asSignedIn } from '../run/first-person.mjs';
import { answered, newTally } from './answered.mjs';
import { partsOf } from './crowd.mjs';

/** Seconds after which the readers go, whether the commit has ended or not. */
const longest = 600;
/** Seconds that an answer may take. */
const patience = 10;
/** Parts of a kind, which begin within one second. */
const parts = 10;
/** How long streams may take to end behind the commit, in ms. */
const ending = 5000;
/** Autocannon ends at such a tick, in ms. */
const tick = 100;

/**
 * Those who poll and open pages are there at once and stay connected; event streams are opened when the commit begins.
 * @param {string} baseUrl
 * @param {import('./crowd.mjs').Kind[]} kinds
 * @returns {{ begin: () => void, stop: () => Promise<import('./answered.mjs').Answered[]> }} begin: counting starts
 */
export const startReaders = (baseUrl, kinds) => {
  const loads = kinds.map((kind) => loadOf(baseUrl, kind));
  for (const load of loads) if (!load.kind.stream) load.start();
  let begun;
  const begin = () => {
    begun = performance.now();
    for (const load of loads) {
      Object.assign(load.tally, newTally());
      if (load.kind.stream) load.start();
    }
  };
  const stop = async () => {
    const seconds = (performance.now() - begun) / 1000;
    await Promise.all(loads.map((load) => load.stop()));
    return loads.map(({ kind, tally }) => answered(kind, tally, seconds));
  };
  return { begin, stop };
};

const loadOf = (baseUrl, kind) => {
  const tally = newTally();
  const running = [];
  const timers = [];
  const start = () => {
    for (const [at, part] of partsOf(kind, parts).entries()) {
      timers.push(setTimeout(() => running.push(launch(baseUrl, part, tally)), (at * 1000) / parts));
    }
  };
  const stop = async () => {
    timers.forEach(clearTimeout);
    if (kind.stream) await Promise.race([Promise.all(running), wait(ending)]);
    for (const load of running) load.stop();
    await Promise.all(running);
  };
  return { kind, tally, start, stop };
};

const launch = (baseUrl, { paths, headers, connections, perSecond, stream }, tally) => {
  const load = autocannon({
    url: baseUrl,
    connections,
    overallRate: perSecond,
    duration: longest,
    timeout: stream ? longest : patience,
    maxConnectionRequests: stream ? 1 : undefined,
    sampleInt: tick,
    requests: paths.map((path) => ({ method: 'GET', path, headers: { ...headers, ...asSignedIn(baseUrl) } })),
    setupClient: stream ? (client) => timeEvents(client, tally) : undefined,
  });
  load.on('response', (_client, status, _bytes, time) => {
    tally.statuses.push(status);
    if (!stream) tally.times.push(time);
  });
  load.on('reqError', (error) => {
    if (error.message === 'request timed out') tally.timeouts += 1;
    else tally.errors += 1;
  });
  return load;
};

const timeEvents = (client, tally) => {
  let last = performance.now();
  client.on('body', () => {
    const now = performance.now();
    tally.times.push(now - last);
    last = now;
  });
};
