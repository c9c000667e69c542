/** Loaded into the worker before its own code: what ends it is a line of the log like all others. */
const { isMainThread } = require('node:worker_threads');

// What ends a thread is told to whoever started it.
if (isMainThread) {
  process.on('uncaughtException', (error) => {
    console.error(error);
    process.exit(1);
  });
}
