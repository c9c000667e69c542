import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
  paginateListObjectsV2,
  paginateListParts,
  type S3Client,
} from '@aws-sdk/client-s3';
import { isFileKey, leftBehind } from '../lib/files';
import type { S3Settings } from './s3-settings';

type Place = Pick<S3Settings, 'bucket' | 'prefix'>;
type Upload = { Bucket: string; Key: string; UploadId: string | undefined };

/** Names that are listed and looked up at a time. */
const batch = 200;

const isOld = (date: Date | undefined) => date !== undefined && Date.now() - date.getTime() > leftBehind;

/** Removes objects that have a name of ours, are old and belong to no import. */
export async function sweepObjects(
  client: S3Client,
  place: Place,
  known: (keys: string[]) => Promise<string[]>,
): Promise<void> {
  // The listing stops at the next slash: what lies deeper is not ours.
  const listing = { Bucket: place.bucket, Prefix: place.prefix, Delimiter: '/' };
  for await (const { Contents = [] } of paginateListObjectsV2({ client, pageSize: batch }, listing)) {
    const old = Contents.filter(({ LastModified }) => isOld(LastModified));
    const keys = old.map(({ Key = '' }) => Key.slice(place.prefix.length)).filter(isFileKey);
    if (keys.length === 0) continue;
    const ours = new Set(await known(keys));
    for (const key of keys.filter((each) => !ours.has(each))) {
      await client.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: `${place.prefix}${key}` }));
    }
  }
}

/** Ends uploads in parts whose process was killed. Nobody sees their parts, but they take room. */
export async function sweepParts(client: S3Client, place: Place): Promise<void> {
  for await (const { Key = '', UploadId, Initiated } of unfinished(client, place)) {
    const isOurs = Key.startsWith(place.prefix) && isFileKey(Key.slice(place.prefix.length));
    if (!isOurs || !isOld(Initiated)) continue;
    await abortUnlessAlive(client, { Bucket: place.bucket, Key, UploadId }).catch((error) => {
      // Another worker was quicker.
      if (error.name !== 'NoSuchUpload') throw error;
    });
  }
}

/** Asks for those of the whole bucket: with a prefix, MinIO lists none (https://github.com/minio/minio/issues/20989). */
async function* unfinished(client: S3Client, { bucket }: Place): AsyncGenerator<MultipartUpload> {
  let from: { KeyMarker?: string; UploadIdMarker?: string } = {};
  for (;;) {
    const asked = { Bucket: bucket, MaxUploads: batch, ...from };
    const page: ListMultipartUploadsCommandOutput = await client.send(new ListMultipartUploadsCommand(asked));
    yield* page.Uploads ?? [];
    const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
    // A server that does not know how to go on must not keep us here for ever.
    if (!page.IsTruncated || UploadIdMarker === from.UploadIdMarker) return;
    from = { KeyMarker, UploadIdMarker };
  }
}

/** An old upload may only be slow: then a part of it came lately. */
async function abortUnlessAlive(client: S3Client, upload: Upload): Promise<void> {
  for await (const { Parts = [] } of paginateListParts({ client }, upload)) {
    if (Parts.some(({ LastModified }) => !isOld(LastModified))) return;
  }
  await client.send(new AbortMultipartUploadCommand(upload));
}
