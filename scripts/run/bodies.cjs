/**
 * Loaded into the web server before its own code: how much a request may bring along, and for how long.
 *
 * Routes, below /api and those of the bulk contracts, read their bodies themselves, each with a limit of its own. All other
 * addresses are pages, which Next would read up to 10 MB for: they take what a form or an action has, and say so before. (Next itself
 * sends an action in chunks where it belongs to another page than the one that sent it: that is counted as it comes.) And who
 * is answered before all has come is not listened to any longer; Node would go on reading, 512 MB if need be, to keep the
 * connection.
 */
const eachRequest = require('./each-request.cjs');

const mostOfPage = 1024 * 1024;
/** Everything but an upload has to be here by then, in ms. */
const patience = 60_000;
/** How long somebody has to read the answer who is still sending, in ms: without it they would only see a broken connection. */
const lingering = 1000;
const isRoute = /^\/(api\/|(customers\/bulk|v2)([/?]|$))/;
const isUpload = /^\/api\/v1\/imports(\?|$)/;

eachRequest((listener) => (request, answer) => {
  const { 'content-length': length = '0', 'transfer-encoding': chunked, 'next-action': action } = request.headers;
  if (length === '0' && chunked === undefined) return listener(request, answer);
  closeUnread(request, answer);
  if (!isRoute.test(request.url)) {
    if (Number(length) > mostOfPage) return refuse(answer, 413, tooLarge);
    if (chunked !== undefined && action === undefined)
      return refuse(answer, 411, 'A body needs a Content-Length here.');
    if (chunked !== undefined) refuseAbove(request, answer);
  }
  if (!isUpload.test(request.url)) expectSoon(request, answer);
  listener(request, answer);
});

const tooLarge = 'The body is above 1 MB.';

/** What comes in chunks is counted as it comes. */
const refuseAbove = (request, answer) => {
  const { push } = request;
  let size = 0;
  request.push = (chunk, encoding) => {
    size += chunk?.length ?? 0;
    if (size <= mostOfPage) return push.call(request, chunk, encoding);
    if (answer.headersSent) request.socket.destroy();
    else refuse(answer, 413, tooLarge);
    return true;
  };
};

const refuse = (answer, status, sentence) =>
  answer.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);

/** Ends the connection behind an answer that comes before the end of the body. */
const closeUnread = (request, answer) => {
  const { socket } = request;
  const { writeHead } = answer;
  answer.writeHead = (...head) => {
    if (!request.complete) {
      answer.setHeader('connection', 'close');
      // What Node calls when the answer is out, and closes the connection with. https://www.rfc-editor.org/rfc/rfc9112#section-9.6
      socket.destroySoon = () => {
        socket.end();
        request.removeAllListeners('data').resume();
        setTimeout(() => socket.destroy(), lingering).unref();
      };
    }
    return writeHead.apply(answer, head);
  };
};

const expectSoon = (request, answer) => {
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (answer.headersSent) request.socket.destroy();
    else refuse(answer, 408, 'The body did not come in time.');
  }, patience);
  answer.once('close', () => clearTimeout(timer));
};
