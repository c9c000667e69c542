/** Loaded into the worker before its own code: what ends it is a line of the log like all others. */
process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
