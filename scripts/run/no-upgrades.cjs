/**
 * Loaded into the web server before its own code: a client that offers another protocol (`Connection: Upgrade`, as for HTTP/2 on
 * plain http) is answered as any other (https://www.rfc-editor.org/rfc/rfc9110#section-7.8). Next would close the connection.
 */
const http = require('node:http');

const { createServer } = http;
http.createServer = (...given) => {
  const server = createServer(...given);
  const { on } = server;
  // Without a listener Node takes it for a plain request.
  server.on = (event, listener) => (event === 'upgrade' ? server : on.call(server, event, listener));
  return server;
};
