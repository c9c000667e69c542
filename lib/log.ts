import pino from 'pino';

/** The log: JSON lines on standard output, without personal data. `LOG_LEVEL` is info unless it is set. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });
