import { CreateBucketCommand, HeadBucketCommand, type S3Client, type S3ServiceException } from '@aws-sdk/client-s3';
import { nameOf } from '../lib/error-text';
import { openClient, type Patience } from './s3-client';
import { type S3Settings, StorageFault } from './s3-settings';

/** Makes sure that the bucket can be reached, and makes it where there is none. Throws StorageFault with what to put right. */
export async function prepareBucket(settings: S3Settings, patience?: Patience): Promise<void> {
  const client = openClient(settings, patience);
  try {
    if (await isThere(client, settings)) return;
    await create(client, settings);
  } finally {
    client.destroy();
  }
}

async function isThere(client: S3Client, settings: S3Settings): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: settings.bucket }));
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw new StorageFault(whyNotReached(settings, error as Error), { cause: error });
  }
}

async function create(client: S3Client, { bucket, region, endpoint }: S3Settings): Promise<void> {
  // AWS wants the region told, but for its first one; other servers have names of their own for theirs.
  const elsewhere = endpoint === undefined && region !== 'us-east-1';
  const CreateBucketConfiguration = elsewhere ? { LocationConstraint: region as 'eu-west-1' } : undefined;
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as Error).name === 'BucketAlreadyOwnedByYou') return;
    throw new StorageFault(
      `There is no bucket "${bucket}", and it could not be made (${inShort(error as Error)}). Make it, or allow the key to.`,
      { cause: error },
    );
  }
}

function whyNotReached({ bucket, endpoint, region, credentials }: S3Settings, error: Error): string {
  const where = `The bucket "${bucket}" at ${endpoint ?? 'AWS'}`;
  const status = statusOf(error);
  if (status === 301) return `${where} lies in another region than ${region}; set S3_REGION.`;
  if (status === 400 || status === 401 || status === 403) {
    const key = credentials ? 'S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY' : 'the credentials of this machine';
    return `${where} refuses us (${inShort(error)}). Check ${key} and S3_REGION, and what the key may do.`;
  }
  if (error.name === 'CredentialsProviderError') {
    return `There is no key for the bucket "${bucket}". Set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or give this machine a role.`;
  }
  return `${where} cannot be reached (${inShort(error)}). Check S3_ENDPOINT, and that the storage runs.`;
}

const statusOf = (error: unknown): number | undefined => (error as S3ServiceException).$metadata?.httpStatusCode;

/** HEAD has no body to say more: then there is only the number of the status. */
const inShort = (error: Error): string =>
  [statusOf(error), nameOf(error)].filter((word) => word && !String(word).startsWith('Unknown')).join(' ');
