/**
 * Loaded into the web server and the worker before their own code: whatever is printed there becomes a line of the log, as
 * Next's lines at its start, and the warnings of Node. `instrumentation.ts` looks closer at what Next prints about requests.
 */
const { stripVTControlCharacters } = require('node:util');
const pino = require('pino');

const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: undefined,
  mixin: () => {
    const request = globalThis[Symbol.for('import-desk.request')]?.();
    return request === undefined ? {} : { request };
  },
});
const levels = { log: 'info', info: 'info', debug: 'debug', trace: 'debug', warn: 'warn', error: 'error' };

/** Of an object only what it is: it can hold anything. */
const textOf = (given) => (given instanceof Error ? given.stack : typeof given === 'string' ? given : typeof given);

for (const [method, level] of Object.entries(levels)) {
  console[method] = (...given) => {
    const text = stripVTControlCharacters(given.map(textOf).join(' ')).trim();
    if (text !== '') log[level](text);
  };
}

process.removeAllListeners('warning');
process.on('warning', ({ name, code, message }) => log.warn({ warning: name, code }, message));
