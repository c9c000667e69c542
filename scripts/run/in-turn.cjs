/**
 * Loaded into the web server before its own code: requests are begun in the order in which they came, one in a turn of
 * the event loop. Node accepts one new connection in a turn (https://github.com/libuv/libuv/pull/3696). Without this, a turn begins
 * all requests that have come, and of 500 that ask for pages again and again the first 90 are served while the others are not
 * even accepted. Who is gone by then is not served any more.
 */
const eachRequest = require('./each-request.cjs');

const waiting = [];

const beginNext = () => {
  const begin = waiting.shift();
  if (waiting.length > 0) setImmediate(beginNext);
  begin();
};

eachRequest((listener) => (request, answer) => {
  waiting.push(() => {
    if (!request.destroyed && !request.socket.destroyed) listener(request, answer);
  });
  if (waiting.length === 1) setImmediate(beginNext);
});
