/**
 * Loaded into the web server before its own code, behind all that puts requests off: what runs for a request knows its
 * number, so that each line of the log that belongs to it can have it (lib/log.ts). What asks for the number asks by the
 * symbol, for Next bundles it apart.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const eachRequest = require('./each-request.cjs');

const numbers = new AsyncLocalStorage();
globalThis[Symbol.for('import-desk.request')] = () => numbers.getStore();

eachRequest((listener) => (request, answer) => {
  numbers.run(request.headers['x-import-desk-request'], () => listener(request, answer));
});
