/**
 * Loaded into the web server before its own code: a target of a request that is no path (https://www.rfc-editor.org/rfc/rfc9112#section-3.2),
 * or one that cannot be decoded, is refused here. Next answers the one with a redirect there, and the other as a fault of its own.
 */
const eachRequest = require('./each-request.cjs');

const canBeRead = (target) => {
  if (!target.startsWith('/')) return false;
  try {
    decodeURIComponent(target.split('?', 1)[0]);
    return true;
  } catch {
    return false;
  }
};

eachRequest((listener) => (request, answer) => {
  if (canBeRead(request.url)) return listener(request, answer);
  answer.writeHead(400, { connection: 'close' }).end();
});
