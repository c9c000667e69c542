import pino from 'pino';

/** Where scripts/run/request-number.cjs has put it; not there in the worker. */
const asking = Symbol.for('import-desk.request');

/** The number of the request for which this runs; undefined outside of one. */
const requestNumber = () => (globalThis as { [asking]?: () => string | undefined })[asking]?.();

/**
 * The log: JSON lines on standard output, without personal data, each with the number of the request that it belongs to.
 * `LOG_LEVEL` is info unless it is set.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: undefined,
  mixin: () => {
    const request = requestNumber();
    return request === undefined ? {} : { request };
  },
});
