/**
 * What many people with an import on the screen ask of the web server while it is committed, as the pages do it:
 * components/shell/use-import.ts (event stream, else polling), use-refresh-every.ts (the list), and pages being opened.
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {string[]} paths asked in turn
 * @property {number} connections
 * @property {number} [perSecond] requests of all connections together; as many as are answered where it is missing
 * @property {Record<string, string>} [headers]
 * @property {boolean} [stream] one answer, which goes on until the commit has ended
 */

/** How a page asks for itself anew: the answer holds its parts without HTML. Next wants the parameter beside the header. */
const refresh = { paths: ['/imports?_rsc='], headers: { rsc: '1' } };

const pagesOf = (id) => ['/imports', `/imports/${id}/commit`, '/customers'];
const stream = (id, connections) => ({
  name: 'event stream',
  paths: [`/api/v1/imports/${id}/progress`],
  connections,
  stream: true,
});
const poll = (id, connections) => ({ name: 'progress poll', paths: [`/api/v1/imports/${id}`], connections });

/**
 * As people do: of 500, 200 have the page Submit open with its event stream and 150 with polling every second, 75 have the list of
 * imports open, which every 2 s looks whether the server is there and then asks for itself anew, and 75 open a page every 5 s.
 * @param {number} count of people
 * @param {number} id of the import
 * @returns {Kind[]}
 */
export const asPeople = (count, id) => {
  const [streams, polls, lists] = [0.4, 0.3, 0.15].map((share) => Math.round(count * share));
  const openers = count - streams - polls - lists;
  const every = (people, seconds) => ({ connections: people, perSecond: Math.ceil(people / seconds) });
  return [
    stream(id, streams),
    { ...poll(id, polls), perSecond: polls },
    { name: 'list: health', paths: ['/api/health'], ...every(lists, 2) },
    { name: 'list: refresh', ...refresh, ...every(lists, 2) },
    { name: 'page opened', paths: pagesOf(id), ...every(openers, 5) },
  ].filter(({ connections }) => connections > 0);
};

/**
 * Without any pause: each connection asks again as soon as it is answered. Of 500, 100 follow the event stream, 300 poll and 100 open pages.
 * @param {number} count of connections
 * @param {number} id of the import
 * @returns {Kind[]}
 */
export const inHaste = (count, id) => {
  const [streams, openers] = [0.2, 0.2].map((share) => Math.round(count * share));
  return [
    stream(id, streams),
    poll(id, count - streams - openers),
    { name: 'page opened', paths: pagesOf(id), connections: openers },
  ].filter(({ connections }) => connections > 0);
};

/**
 * Cuts a kind into parts that begin one after the other: people do not all look in the same millisecond of each second.
 * @param {Kind} kind
 * @param {number} most
 * @returns {Kind[]} with no connection that would ask less than once a second, for the load program knows none
 */
export const partsOf = (kind, most) => {
  const connections = Math.min(kind.connections, kind.perSecond ?? kind.connections);
  const count = Math.min(most, connections);
  const part = (whole, at) => Math.floor(whole / count) + (at < whole % count ? 1 : 0);
  return Array.from({ length: count }, (_, at) => ({
    ...kind,
    connections: part(connections, at),
    ...(kind.perSecond && { perSecond: part(kind.perSecond, at) }),
  }));
};
