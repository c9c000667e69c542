/** Where object storage is, by environment variables; docs/operations.md lists them. */
export interface S3Settings {
  bucket: string;
  region: string;
  /** Undefined for AWS itself. */
  endpoint?: string;
  /** Undefined: what the SDK finds by itself, as the role of a machine. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** The bucket in the path of the URL, in place of the name of the host. */
  forcePathStyle: boolean;
  /** What the names of objects begin with: nothing, or something with a slash at its end. */
  prefix: string;
}

/** What means nothing without a bucket. */
const s3Names = [
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'S3_FORCE_PATH_STYLE',
  'S3_PREFIX',
];

/** Something that whoever runs Import Desk has to put right. The message says what. */
export class StorageFault extends Error {
  override name = 'StorageFault';
}

/** The settings, or null where uploads stay in the data folder. Throws StorageFault for a value that cannot be used. */
export function readS3Settings(): S3Settings | null {
  const bucket = process.env.S3_BUCKET;
  if (!bucket) {
    // The others without it: some workers would look in a folder for what others put elsewhere.
    const others = s3Names.filter((name) => process.env[name]);
    if (others.length > 0) throw new StorageFault(`${others[0]} is set, but S3_BUCKET is not: which bucket is meant?`);
    return null;
  }
  const endpoint = process.env.S3_ENDPOINT || undefined;
  if (endpoint && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    throw new StorageFault(`S3_ENDPOINT must be an address such as https://s3.example.org, not "${endpoint}".`);
  }
  return {
    bucket,
    endpoint,
    region: process.env.S3_REGION || 'us-east-1',
    credentials: readCredentials(),
    forcePathStyle: readSwitch(process.env.S3_FORCE_PATH_STYLE) ?? endpoint !== undefined,
    prefix: readPrefix(process.env.S3_PREFIX ?? ''),
  };
}

function readCredentials(): S3Settings['credentials'] {
  const accessKeyId = process.env.S3_ACCESS_KEY_ID;
  const secretAccessKey = process.env.S3_SECRET_ACCESS_KEY;
  if (accessKeyId && secretAccessKey) return { accessKeyId, secretAccessKey };
  if (!accessKeyId && !secretAccessKey) return undefined;
  throw new StorageFault('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set both, or neither.');
}

function readSwitch(text: string | undefined): boolean | undefined {
  if (!text) return undefined;
  if (['true', '1'].includes(text)) return true;
  if (['false', '0'].includes(text)) return false;
  throw new StorageFault(`S3_FORCE_PATH_STYLE must be true or false, not "${text}".`);
}

function readPrefix(text: string): string {
  const names = text.split('/').filter(Boolean);
  return names.map((name) => `${name}/`).join('');
}
