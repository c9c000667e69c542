/**
 * Loaded into the web server before its own code: one line of the log for each answer. It names the route, not the path that was
 * asked for: a path or a query can hold anything, as a token or what someone looks for.
 */
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const pino = require('pino');
const eachRequest = require('./each-request.cjs');

const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });
const isAsset = /^\/(_next\/|favicon\.(ico|svg)$)/;
/** Pages and programs ask for it again and again. */
const asked = '/api/health';

/** The routes of the build, beside the server that Node was told to run. */
const readRoutes = () => {
  const manifest = join(dirname(process.argv[1] ?? ''), '.next', 'routes-manifest.json');
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(manifest, 'utf8'));
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }));
};
let routes;

/** As `/imports/[importId]/review`; null where there is none. */
const routeOf = (path) => {
  routes ??= readRoutes();
  return routes.find(({ pattern }) => pattern.test(path))?.page ?? null;
};

eachRequest((listener) => (request, answer) => {
  const [path] = request.url.split('?');
  const begun = performance.now();
  if (!isAsset.test(path)) {
    answer.once('close', () => {
      const line = {
        request: answer.getHeader('x-request-id'),
        method: request.method,
        route: routeOf(path),
        status: answer.statusCode,
        ms: Math.round(performance.now() - begun),
        ...(!answer.writableFinished && { cut: true }),
      };
      log[path === asked ? 'debug' : 'info'](line, 'answered');
    });
  }
  listener(request, answer);
});
