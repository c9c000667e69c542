import { stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CreateMultipartUploadCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { newFileKey } from '../lib/files';
import { openClient } from './s3-client';
import { filesContract, inPieces } from './testing/contract';
import { bytesOf, withS3 } from './testing/s3-place';

const hour = 3_600_000;
const uploadOf = (text: string) => ({ bytes: inPieces(Buffer.from(text)), announced: text.length, most: 100 });

describe.each([
  ['with a prefix', 'customers/desk/'],
  ['without a prefix', ''],
])('%s', (_, prefix) => {
  const place = withS3(prefix);
  filesContract(async () => ({ ...place, files: await place.open() }));
});

describe('in a bucket', () => {
  const place = withS3('desk/');

  it('a file is fetched for its work only, and nobody but its owner can read it', async () => {
    const files = await place.open();
    const key = newFileKey();
    await files.receive(key, uploadOf('a,b'));
    await files.withPath(key, async (path) => {
      expect(dirname(path)).toBe(place.fetchedFolder());
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      await files.withPath(key, async (other) => expect(other).not.toBe(path));
    });
    await expect(files.withPath(key, () => Promise.reject(new Error('row 7')))).rejects.toThrow('row 7');
    expect(await place.fetched()).toEqual([]);
  });

  it('every process reaches what another one received', async () => {
    const [one, other] = [await place.open(), await place.open()];
    const key = newFileKey();
    await one.receive(key, uploadOf('a,b'));
    expect((await bytesOf(other, key)).toString()).toBe('a,b');
  });

  it('objects that are not ours are never swept away, however old', async () => {
    const files = await place.open();
    const client = openClient(place.settings());
    const Bucket = place.server().bucket;
    const foreign = [
      'photo.jpg',
      'desk/notes.txt',
      `other/${newFileKey()}`,
      `desk/deeper/${newFileKey()}`,
      newFileKey(),
    ];
    const objects = foreign.map((Key) => join(place.server().folder, Bucket, `${Key}._S3rver_object`));
    const uploads: string[] = [];
    const then = new Date(Date.now() - 2 * hour);
    for (const [at, Key] of foreign.entries()) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
      await utimes(objects[at]!, then, then);
      const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
      await place.age(UploadId!, 2 * hour);
      uploads.push(UploadId!);
    }
    await files.sweep(async () => []);
    expect(await place.kept()).toEqual(expect.arrayContaining(uploads));
    for (const path of objects) expect((await stat(path)).size).toBe(1);
  });

  it('an upload that is only slow is not taken for one left behind', async () => {
    const files = await place.open();
    const id = await place.leavePart(newFileKey());
    await place.age(id, 2 * hour);
    const now = new Date();
    await utimes(join(place.server().folder, place.server().bucket, '._S3rver_uploads', id, '1'), now, now);
    await files.sweep(async () => []);
    expect(await place.kept()).toContain(id);
  });

  it('several may sweep at the same time', async () => {
    const files = await Promise.all([place.open(), place.open(), place.open()]);
    const left = await Promise.all(Array.from({ length: 20 }, () => place.leavePart(newFileKey())));
    for (const id of left) await place.age(id, 2 * hour);
    await Promise.all(files.map((each) => each.sweep(async () => [])));
    const kept = await place.kept();
    expect(left.filter((id) => kept.includes(id))).toEqual([]);
  });
});
