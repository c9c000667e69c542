/**
 * Loaded into the web server before its own code: other methods than these end in an error of Next, for the standard
 * Request cannot even be made with some (https://fetch.spec.whatwg.org/#methods).
 */
const eachRequest = require('./each-request.cjs');

const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

eachRequest((listener) => (request, answer) => {
  if (known.includes(request.method)) return listener(request, answer);
  answer.writeHead(405, { allow: known.join(', ') }).end();
});
