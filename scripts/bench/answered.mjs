/** What readers were answered, kind by kind. */

/**
 * @typedef {object} Tally what is noted while it goes on
 * @property {number[]} statuses of all answers
 * @property {number[]} times of all answers in ms; of an event stream those between two events
 * @property {number} errors connections that broke
 * @property {number} timeouts
 *
 * @typedef {object} Answered
 * @property {string} name
 * @property {number} connections
 * @property {number} requests that were answered
 * @property {number} perSecond requests, or events of streams
 * @property {number} non2xx
 * @property {number} serverErrors 5xx
 * @property {number} errors
 * @property {number} timeouts and streams that did not come to their end
 * @property {number} p50 in ms, as p99 and most
 * @property {number} p99
 * @property {number} most
 */

/** @returns {Tally} */
export const newTally = () => ({ statuses: [], times: [], errors: 0, timeouts: 0 });

/**
 * @param {Pick<import('./crowd.mjs').Kind, 'name' | 'connections' | 'stream'>} kind
 * @param {Tally} tally
 * @param {number} seconds how long they asked
 * @returns {Answered}
 */
export const answered = ({ name, connections, stream }, { statuses, times, errors, timeouts }, seconds) => {
  const sorted = Float64Array.from(times).sort();
  const unended = stream ? Math.max(0, connections - statuses.length - errors) : 0;
  return {
    name,
    connections,
    requests: statuses.length,
    perSecond: (stream ? times.length : statuses.length) / seconds,
    non2xx: statuses.filter((status) => status < 200 || status > 299).length,
    serverErrors: statuses.filter((status) => status > 499).length,
    errors,
    timeouts: Math.max(timeouts, unended),
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    most: sorted.at(-1) ?? 0,
  };
};

/** The value that a share of all do not exceed (nearest rank); 0 where there are none. @param {Float64Array} sorted */
const percentile = (sorted, share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
