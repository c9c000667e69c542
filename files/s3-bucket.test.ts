import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { prepareBucket } from './s3-bucket';
import { readS3Settings, StorageFault } from './s3-settings';
import { withS3 } from './testing/s3-place';

const place = withS3('');

describe('before anything starts', () => {
  it('a bucket that is missing is made, and one that is there is left alone', async () => {
    const path = join(place.server().folder, 'new-bucket');
    expect(existsSync(path)).toBe(false);
    await prepareBucket(place.settings({ bucket: 'new-bucket' }));
    expect(existsSync(path)).toBe(true);
    await prepareBucket(place.settings({ bucket: 'new-bucket' }));
  });

  it('what cannot work is said in one sentence', async () => {
    const say = (more: Parameters<typeof place.settings>[0]) =>
      prepareBucket(place.settings(more)).then(
        () => 'no fault',
        (fault: unknown) => (fault instanceof StorageFault ? fault.message : String(fault)),
      );
    const credentials = { accessKeyId: 'nobody', secretAccessKey: 'nothing' };
    expect(await say({ credentials })).toMatch(
      /^The bucket "uploads" at http:\/\/127\.0\.0\.1:\d+ refuses us \(403\)\. Check S3_ACCESS_KEY_ID/,
    );
    expect(await say({ bucket: 'Not A Name' })).toMatch(
      /^There is no bucket "Not A Name", and it could not be made \(/,
    );
    expect(await say({ endpoint: 'http://127.0.0.1:1' })).toBe(
      'The bucket "uploads" at http://127.0.0.1:1 cannot be reached (ECONNREFUSED). Check S3_ENDPOINT, and that the storage runs.',
    );
  });
});

describe('the settings', () => {
  afterEach(() => vi.unstubAllEnvs());
  const read = (env: Record<string, string>) => {
    for (const name of ['ENDPOINT', 'BUCKET', 'REGION', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'PREFIX']) {
      vi.stubEnv(`S3_${name}`, undefined);
    }
    vi.stubEnv('S3_FORCE_PATH_STYLE', undefined);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    return readS3Settings();
  };

  it('are none without a bucket', () => {
    expect(read({})).toBeNull();
    expect(read({ S3_BUCKET: '', S3_ENDPOINT: '' })).toBeNull();
    expect(() => read({ S3_BUCKET: '', S3_ENDPOINT: 'http://127.0.0.1:9000' })).toThrow(
      'S3_ENDPOINT is set, but S3_BUCKET is not',
    );
  });

  it('need nothing but a bucket on AWS', () => {
    expect(read({ S3_BUCKET: 'uploads' })).toEqual({
      bucket: 'uploads',
      region: 'us-east-1',
      endpoint: undefined,
      credentials: undefined,
      forcePathStyle: false,
      prefix: '',
    });
  });

  it('put the bucket into the path where an endpoint is given, unless told otherwise', () => {
    const given = { S3_BUCKET: 'uploads', S3_ENDPOINT: 'http://127.0.0.1:9000' };
    expect(read(given)).toMatchObject({ endpoint: 'http://127.0.0.1:9000', forcePathStyle: true });
    expect(read({ ...given, S3_FORCE_PATH_STYLE: 'false' })?.forcePathStyle).toBe(false);
    expect(read({ S3_BUCKET: 'uploads', S3_FORCE_PATH_STYLE: 'true' })?.forcePathStyle).toBe(true);
  });

  it.each([
    ['desk', 'desk/'],
    ['/desk/one/', 'desk/one/'],
    ['/', ''],
  ])('take the prefix %s as %s', (given, prefix) => {
    expect(read({ S3_BUCKET: 'uploads', S3_PREFIX: given })?.prefix).toBe(prefix);
  });

  it.each([
    [{ S3_ENDPOINT: 'storage:9000' }, 'S3_ENDPOINT must be an address such as https://s3.example.org'],
    [{ S3_ACCESS_KEY_ID: 'key' }, 'belong together'],
    [{ S3_SECRET_ACCESS_KEY: 'secret' }, 'belong together'],
    [{ S3_FORCE_PATH_STYLE: 'yes' }, 'S3_FORCE_PATH_STYLE must be true or false, not "yes".'],
  ])('%j is refused in words', (env, words) => {
    expect(() => read({ S3_BUCKET: 'uploads', ...(env as unknown as Record<string, string>) })).toThrow(words);
  });
});
