/**
 * Loaded into the web server before its own code: the headers that every answer has, whoever gives it. Next would leave them
 * out of what it answers by itself. Pages get a policy of their own (proxy.ts); all else is nothing for a browser to show.
 */
const { randomUUID } = require('node:crypto');
const always = require('./always-headers.cjs');
const eachRequest = require('./each-request.cjs');
const tell = require('./tell.cjs');

/** Scripts, styles and icons: the same for everyone. */
const isAsset = /^\/(_next\/static\/|favicon\.(ico|svg)(\?|$))/;

/**
 * Next removes the length of an answer that a route gives, so a route that has to tell it names it otherwise. Such an answer says
 * `no-transform`, so that it is not compressed on the way, which would give it another one.
 */
const tellLength = (answer) => {
  const { writeHead } = answer;
  for (const set of ['setHeader', 'appendHeader']) {
    const original = answer[set];
    answer[set] = (name, value) => {
      // What packs answers looks at it before the head is written.
      if (name.toLowerCase() === 'x-import-desk-length') answer.setHeader('cache-control', 'no-store, no-transform');
      return original.call(answer, name, value);
    };
  }
  answer.writeHead = (...head) => {
    const length = answer.getHeader('x-import-desk-length');
    answer.removeHeader('x-import-desk-length');
    if (length !== undefined && !answer.hasHeader('content-encoding')) answer.setHeader('content-length', length);
    return writeHead.apply(answer, head);
  };
};

eachRequest((listener) => (request, answer) => {
  const id = randomUUID();
  tell(request, 'x-import-desk-request', id);
  answer.setHeader('x-request-id', id);
  for (const [name, value] of Object.entries(always)) answer.setHeader(name, value);
  if (!isAsset.test(request.url)) answer.setHeader('cache-control', 'no-store');
  tellLength(answer);
  listener(request, answer);
});
