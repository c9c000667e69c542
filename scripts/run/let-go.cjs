/**
 * Loaded into the web server before its own code: when it is asked to end, only answers that are under way are waited for. Browsers
 * open connections before they need them and keep the ones they used, and streams of events have no end; Node waits for them
 * until somebody kills the server.
 */
const http = require('node:http');

const { createServer } = http;
http.createServer = (...given) => {
  const server = createServer(...given);
  /** @type {Map<import('node:net').Socket, Set<import('node:http').ServerResponse>>} what each connection has to answer yet */
  const connections = new Map();
  server.on('connection', (socket) => {
    connections.set(socket, new Set());
    socket.once('close', () => connections.delete(socket));
  });
  const letGo = (socket) => {
    const answers = [...(connections.get(socket) ?? [])];
    // Who is still sending gets the time to read a refusal: see bodies.cjs.
    if (answers.length === 0) socket.destroySoon();
    else if (answers.every(isStream)) socket.destroy();
  };
  // Before the listener of the server itself, which may answer at once.
  server.prependListener('request', ({ socket }, answer) => {
    connections.get(socket)?.add(answer);
    answer.once('close', () => {
      connections.get(socket)?.delete(answer);
      if (!server.listening) letGo(socket);
    });
  });
  const { close } = server;
  server.close = (...parameters) => {
    const result = close.apply(server, parameters);
    for (const socket of connections.keys()) letGo(socket);
    return result;
  };
  return server;
};

/** Whoever listens to events asks again by themselves. */
const isStream = (answer) => String(answer.getHeader('content-type')).startsWith('text/event-stream');
