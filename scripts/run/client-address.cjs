/**
 * Loaded into the web server before its own code: Next hands all headers on, and what runs in it does not see the socket. So
 * the address of the client is put into a header here, and whatever a client says about that itself is removed: our own
 * headers, and those of proxies. Only X-Forwarded-For is heard, and only from `TRUSTED_PROXIES`.
 */
const eachRequest = require('./each-request.cjs');
const tell = require('./tell.cjs');
const { findClient, readTrusted } = require('./trusted-proxies.cjs');

const trusted = readTrusted(process.env.TRUSTED_PROXIES);
const notTheirs = /^(x-import-desk-.*|forwarded|x-forwarded-.*)$/i;

eachRequest((listener) => (request, answer) => {
  const client = findClient(request.socket.remoteAddress, request.headers['x-forwarded-for'], trusted);
  // In each form in which Node hands headers on, for each is read by someone.
  for (const seen of [request.headers, request.headersDistinct]) {
    for (const name of Object.keys(seen)) if (notTheirs.test(name)) delete seen[name];
  }
  const came = request.rawHeaders;
  request.rawHeaders = came.flatMap((name, at) => (at % 2 || notTheirs.test(name) ? [] : [name, came[at + 1]]));
  tell(request, 'x-import-desk-address', client);
  listener(request, answer);
});
