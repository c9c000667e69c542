/**
 * Loaded into the web server and the worker before their own code: when the process that started them is gone, even by
 * kill -9, they end too, so that nothing is left that writes to the data folder.
 */
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel.unref();
}
