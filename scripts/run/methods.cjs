/**
 * Loaded into the web server before its own code: other methods than these end in an error of Next, for the standard
 * Request cannot even be made with some (https://fetch.spec.whatwg.org/#methods). And who asks a route by a method that it does not have is
 * told which it has, as RFC 9110 §15.5.6 wants it and Next leaves out.
 */
const { join } = require('node:path');
const eachRequest = require('./each-request.cjs');

const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const routes = require(join(process.env.IMPORT_DESK_DIST, 'routes.json')).map(({ path, allow }) => ({
  path: new RegExp(path),
  allow,
}));

const tellAllowed = (request, answer) => {
  const { writeHead } = answer;
  answer.writeHead = (status, ...head) => {
    if (status === 405 && !answer.hasHeader('allow')) {
      const path = request.url.replace(/\?.*/s, '');
      const route = routes.find((each) => each.path.test(path));
      if (route) answer.setHeader('allow', route.allow);
    }
    return writeHead.call(answer, status, ...head);
  };
};

eachRequest((listener) => (request, answer) => {
  tellAllowed(request, answer);
  if (known.includes(request.method)) return listener(request, answer);
  answer.writeHead(405, { allow: known.join(', ') }).end();
});
