/**
 * Loaded into the web server before its own code: Next hands all headers on, and what runs in it does not see the socket. So
 * the address of the client is put into a header here, and whatever a client says about that itself is removed: our own
 * headers, and those of proxies. Only X-Forwarded-For is heard, and only from `TRUSTED_PROXIES`.
 */
const pino = require('pino');
const eachRequest = require('./each-request.cjs');
const tell = require('./tell.cjs');
const { findClient, isTrusted, kindOf, readTrusted } = require('./trusted-proxies.cjs');

const log = pino({ base: undefined });
const trusted = readTrusted(process.env.TRUSTED_PROXIES);
const notTheirs = /^(x-import-desk-.*|forwarded|x-forwarded-.*)$/i;

/**
 * A proxy that nobody named would make one client of everybody behind it, and nobody would know why. Whoever sends the header
 * may be a person, though, and no line of the log has the address of one: only of what kind it is, once of each.
 */
const warnOnce = (from, answer) => {
  const kind = kindOf(from);
  if (warned.has(kind)) return;
  warned.add(kind);
  // The number of the request is given by a preload behind this one.
  queueMicrotask(() =>
    log.warn(
      { request: answer.getHeader('x-request-id'), from: `${kind} address` },
      'X-Forwarded-For comes from an address that TRUSTED_PROXIES does not name. If it is your reverse proxy, name it: until then ' +
        'all people behind it count as one. The audit log has the address.',
    ),
  );
};
const warned = new Set();

eachRequest((listener) => (request, answer) => {
  const { remoteAddress } = request.socket;
  const forwarded = request.headers['x-forwarded-for'];
  const client = findClient(remoteAddress, forwarded, trusted);
  if (forwarded !== undefined && !isTrusted(remoteAddress, trusted)) warnOnce(client, answer);
  // In each form in which Node hands headers on, for each is read by someone.
  for (const seen of [request.headers, request.headersDistinct]) {
    for (const name of Object.keys(seen)) if (notTheirs.test(name)) delete seen[name];
  }
  const came = request.rawHeaders;
  request.rawHeaders = came.flatMap((name, at) => (at % 2 || notTheirs.test(name) ? [] : [name, came[at + 1]]));
  tell(request, 'x-import-desk-address', client);
  listener(request, answer);
});
