/** A real S3 server for tests and trials: s3rver on a folder and a port of its own, gone afterwards. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { answerLists } from './s3-lists.mjs';

const host = '127.0.0.1';
/** The only key that s3rver knows. */
const key = 'S3RVER';
const bucket = 'uploads';

const open = (options) => new S3rver(options);

/** s3rver leaves the slash behind a bucket's name out of what it signs, so its check of those signatures always fails. */
const isForBucket = (url) => /^\/[^/?]+\/?(\?|$)/.test(url);

/**
 * Starts a server on 127.0.0.1 with an empty bucket, inside this process.
 * @returns {Promise<import('./s3.d.mts').S3>}
 */
export const startS3 = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-desk-s3-'));
  const options = { directory: folder, silent: true, configureBuckets: [{ name: bucket }] };
  const [forObjects, forBuckets] = [options, { ...options, allowMismatchedSignatures: true }].map(open);
  await forObjects.configureBuckets();
  const server = { http: undefined, port: 0 };
  const start = async () => {
    if (server.http?.listening) return;
    server.http = createServer((request, response) => {
      if (answerLists(folder, request, response)) return;
      const answer = isForBucket(request.url) ? forBuckets.callback() : forObjects.callback();
      answer(request, response);
    });
    server.http.listen(server.port, host);
    await once(server.http, 'listening');
    server.port = server.http.address().port;
  };
  const pause = async () => {
    if (!server.http.listening) return;
    const closed = once(server.http, 'close');
    server.http.close();
    server.http.closeAllConnections();
    await closed;
  };
  await start();
  const url = `http://${host}:${server.port}`;
  return {
    url,
    bucket,
    folder,
    env: { S3_ENDPOINT: url, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: key, S3_SECRET_ACCESS_KEY: key },
    pause,
    resume: start,
    stop: async () => {
      await pause();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
