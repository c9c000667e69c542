import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateMultipartUploadCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { type S3, startS3 } from '../../scripts/setup/s3.mjs';
import type { FilePlace } from '../place';
import { openS3 } from '../s3';
import { openClient, type Patience } from '../s3-client';
import type { S3Settings } from '../s3-settings';
import type { Place } from './contract';

const object = '._S3rver_object';

/** An S3 server for the tests of a file, and the folder that files are fetched to. */
export interface S3Place extends Omit<Place, 'files'> {
  server(): S3;
  settings(more?: Partial<S3Settings>): S3Settings;
  open(more?: Partial<S3Settings>, patience?: Patience): Promise<FilePlace>;
  /** What lies in the folder that files are fetched to. */
  fetched(): Promise<string[]>;
  fetchedFolder(): string;
}

/** @param prefix what the names of objects begin with */
export function withS3(prefix: string): S3Place {
  let server: S3;
  let folder: string;
  beforeAll(async () => {
    server = await startS3();
    folder = await mkdtemp(join(tmpdir(), 'fetched-'));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const settings = (more: Partial<S3Settings> = {}): S3Settings => ({
    bucket: server.bucket,
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: server.env.S3_ACCESS_KEY_ID, secretAccessKey: server.env.S3_SECRET_ACCESS_KEY },
    forcePathStyle: true,
    prefix,
    ...more,
  });
  const inBucket = (...names: string[]) => join(server.folder, server.bucket, ...names);
  const uploads = () => inBucket('._S3rver_uploads');

  return {
    server: () => server,
    settings,
    open: (more, patience) => openS3(settings(more), folder, patience),
    fetched: () => readdir(folder),
    fetchedFolder: () => folder,
    async kept() {
      const names = await readdir(inBucket(prefix)).catch(() => []);
      const objects = names.filter((name) => name.endsWith(object)).map((name) => name.slice(0, -object.length));
      return [...objects, ...(await readdir(uploads()).catch(() => []))].sort();
    },
    async leavePart(key) {
      const upload = { Bucket: server.bucket, Key: `${prefix}${key}` };
      const client = openClient(settings());
      const { UploadId } = await client.send(new CreateMultipartUploadCommand(upload));
      await client.send(new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: 'x' }));
      client.destroy();
      return UploadId!;
    },
    async age(name, by) {
      const then = new Date(Date.now() - by);
      const parts = await readdir(join(uploads(), name)).catch(() => null);
      const paths = parts?.map((part) => join(uploads(), name, part)) ?? [inBucket(prefix, `${name}${object}`)];
      for (const path of paths) await utimes(path, then, then);
    },
  };
}

/** The bytes of a file. */
export const bytesOf = (files: FilePlace, key: string): Promise<Buffer> =>
  files.withPath(key, (path) => readFile(path));
