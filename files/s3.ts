import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { FilesFault } from '../lib/files';
import { hasRoom, isFull, writeNew } from './disk';
import { openFetched } from './fetched';
import { passing } from './passing';
import type { FilePlace } from './place';
import { openClient, type Patience } from './s3-client';
import type { S3Settings } from './s3-settings';
import { sweepObjects, sweepParts } from './s3-sweep';

/** The smallest part that S3 takes. An upload holds one that fills and those under way. */
const partBytes = 5 * 1024 * 1024;
const partsUnderWay = 2;
/** The longest that a file may take to arrive, in ms: 512 MB at 2 Mbit/s. */
const longestFetch = 35 * 60_000;

/**
 * Uploaded files in a bucket, where workers on every machine reach them.
 * @param fetchedFolder where a file lies, encrypted as ever, while it is read: readers jump about in it
 */
export async function openS3(settings: S3Settings, fetchedFolder: string, patience?: Patience): Promise<FilePlace> {
  const client = openClient(settings, patience);
  const fetched = await openFetched(fetchedFolder);
  const at = (key: string) => ({ Bucket: settings.bucket, Key: `${settings.prefix}${key}` });
  return {
    hasRoom: async () => true,

    async receive(key, upload) {
      const passes = passing(upload);
      const Body = Readable.from(passes.bytes(), { objectMode: false });
      try {
        const params = { ...at(key), Body };
        await new Upload({ client, params, partSize: partBytes, queueSize: partsUnderWay }).done();
        return passes.received();
      } catch (error) {
        const ended = passes.ended();
        if (ended && 'status' in ended) return ended;
        throw ended ? ended.thrown : new FilesFault('not_stored', error);
      } finally {
        Body.destroy();
      }
    },

    withPath: (key, work, signal) =>
      fetched.withPath(async (path) => {
        const limit = AbortSignal.timeout(longestFetch);
        try {
          await fetch(client, at(key), path, fetched.folder, signal ? AbortSignal.any([signal, limit]) : limit);
        } catch (error) {
          signal?.throwIfAborted();
          throw asFault(error);
        }
        return work(path);
      }),

    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key))).catch((error) => {
        throw new FilesFault('not_reached', error);
      });
    },

    async sweep(known) {
      await fetched.clear();
      await sweepObjects(client, settings, known);
      await sweepParts(client, settings);
    },
  };
}

/** Brings an object to a path, whole or not at all. */
async function fetch(
  client: S3Client,
  object: { Bucket: string; Key: string },
  path: string,
  folder: string,
  abortSignal: AbortSignal,
): Promise<void> {
  const { Body, ContentLength: size } = await client.send(new GetObjectCommand(object), { abortSignal });
  const body = Body as Readable;
  if (!(await hasRoom(folder, size ?? 0))) {
    body.destroy();
    throw new FilesFault('no_room');
  }
  const came = await writeNew(path, body, { flush: false, signal: abortSignal });
  if (size !== undefined && came !== size) throw new Error(`${came} of ${size} bytes came.`);
}

function asFault(error: unknown): FilesFault {
  if (error instanceof FilesFault) return error;
  if ((error as Error).name === 'NoSuchKey') return new FilesFault('missing', error);
  return new FilesFault(isFull(error) ? 'no_room' : 'not_reached', error);
}
