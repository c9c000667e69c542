/**
 * Loaded into the web server before its own code: what cannot be parsed as a request, or breaks off in the middle of one, is
 * answered as Node would, but with a number and the headers that every other answer has.
 */
const http = require('node:http');
const { randomUUID } = require('node:crypto');
const always = require('./always-headers.cjs');

const statusOf = { HPE_HEADER_OVERFLOW: 431, HPE_CHUNK_EXTENSIONS_OVERFLOW: 413, ERR_HTTP_REQUEST_TIMEOUT: 408 };

const answer = (error, socket) => {
  // Where an answer has begun, no other may follow: as in Node's own listener (lib/_http_server.js).
  if (!socket.writable || socket._httpMessage?.headersSent) return socket.destroy(error);
  const status = statusOf[error.code] ?? 400;
  const head = [
    `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}`,
    ...Object.entries(always).map(([name, value]) => `${name}: ${value}`),
    ...[`x-request-id: ${randomUUID()}`, 'cache-control: no-store', 'content-length: 0', 'connection: close'],
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n`);
};

const { createServer } = http;
http.createServer = (...given) => {
  const listener = given.pop();
  // Without a Host the guard refuses, as with a foreign one.
  return createServer({ ...given[0], requireHostHeader: false }, listener).on('clientError', answer);
};
