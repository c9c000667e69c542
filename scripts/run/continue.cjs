/**
 * Loaded into the web server before its own code: who asks by `Expect: 100-continue` whether to send a body
 * (https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1) is told to go on when somebody begins to read it, and not before: an
 * upload that is refused is never sent. Node would tell them to go on at once. What else is expected is nothing that we know, and
 * such a request is answered as any other.
 */
const http = require('node:http');

const { createServer } = http;
http.createServer = (...given) => {
  const server = createServer(...given);
  server.on('checkExpectation', (request, answer) => server.emit('request', request, answer));
  return server.on('checkContinue', (request, answer) => {
    const { _read: read } = request;
    let told = false;
    // What a stream calls for its next bytes, however it is read.
    request._read = (size) => {
      if (!told && !answer.headersSent) answer.writeContinue();
      told = true;
      read.call(request, size);
    };
    server.emit('request', request, answer);
  });
};
