/** For preloads of the web server: puts a listener around the one with which it makes its server. */
const http = require('node:http');

/** @param {(listener: import('node:http').RequestListener) => import('node:http').RequestListener} around */
module.exports = (around) => {
  const { createServer } = http;
  http.createServer = (...given) => {
    const listener = given.pop();
    return createServer(...given, typeof listener === 'function' ? around(listener) : listener);
  };
};
