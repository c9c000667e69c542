/**
 * Loaded into the web server before its own code: a target of a request that is no path (https://www.rfc-editor.org/rfc/rfc9112#section-3.2),
 * or one that cannot be decoded, is refused here. Next answers the one with a redirect there, and the other as a fault of its own. So it
 * does where the header by which its router tells what it shows is no such thing.
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

/** A segment, and what is below it by name: as Next checks it. */
const isState = (state) =>
  Array.isArray(state) &&
  (typeof state[0] === 'string' || Array.isArray(state[0])) &&
  typeof state[1] === 'object' &&
  state[1] !== null &&
  Object.values(state[1]).every(isState);

const hasState = ({ 'next-router-state-tree': state }) => {
  if (state === undefined) return true;
  try {
    return isState(JSON.parse(decodeURIComponent(state)));
  } catch {
    return false;
  }
};

eachRequest((listener) => (request, answer) => {
  if (canBeRead(request.url) && hasState(request.headers)) return listener(request, answer);
  answer.writeHead(400, { connection: 'close' }).end();
});
