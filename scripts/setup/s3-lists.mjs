/**
 * What s3rver lacks: to list uploads in parts and their parts, and to abort one; and lists of objects in pages, for which
 * it needs a cipher that Node has no longer. Done on the folder in which s3rver keeps things: `KEY._S3rver_object` is an
 * object, `._S3rver_uploads/ID` an upload with the files `key`, `metadata`, and one for each part, by its number.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const page = 1000;
const objectEnding = '._S3rver_object';

/**
 * Answers a request that s3rver cannot.
 * @param {string} folder of the buckets
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean} whether it was one
 */
export const answerLists = (folder, { method, url }, response) => {
  const { pathname, searchParams: query } = new URL(url, 'http://s3');
  const bucket = join(folder, pathname.split('/')[1]);
  const uploads = join(bucket, '._S3rver_uploads');
  const upload = join(uploads, query.get('uploadId') ?? '');
  const say = (status, body = '') => response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  if (method === 'GET' && query.has('uploads')) say(200, listUploads(uploads, query));
  else if (query.has('uploadId') && ['GET', 'DELETE'].includes(method) && !existsSync(upload)) say(404, noSuchUpload);
  else if (method === 'GET' && query.has('uploadId')) say(200, listParts(upload));
  else if (method === 'GET' && query.has('list-type') && existsSync(bucket)) say(200, listObjects(bucket, query));
  else if (method === 'DELETE' && query.has('uploadId')) {
    rmSync(upload, { recursive: true });
    say(204);
  } else return false;
  return true;
};

const listObjects = (bucket, query) => {
  const from = query.get('continuation-token') ?? '';
  const all = namesIn(bucket, { recursive: true })
    .filter((name) => name.endsWith(objectEnding))
    .map((name) => name.slice(0, -objectEnding.length))
    .filter((key) => isAsked(key, query) && key > from)
    .sort();
  const shown = all.slice(0, Math.min(page, query.get('max-keys') ?? page));
  const contents = shown.map((key) => {
    const { mtime, size } = statSync(join(bucket, `${key}${objectEnding}`));
    return list('Contents', { Key: key, LastModified: mtime.toISOString(), Size: size });
  });
  const more = shown.length < all.length;
  const next = more ? element('NextContinuationToken', shown.at(-1)) : '';
  return xml('ListBucketResult', element('IsTruncated', more) + next + contents.join(''));
};

const listUploads = (folder, query) => {
  const from = [query.get('key-marker') ?? '', query.get('upload-id-marker') ?? ''];
  const all = namesIn(folder)
    .map((id) => ({ id, key: readFileSync(join(folder, id, 'key'), 'utf8') }))
    .filter(({ key, id }) => isAsked(key, query) && compare([key, id], from) > 0)
    .sort((one, other) => compare([one.key, one.id], [other.key, other.id]));
  const shown = all.slice(0, Math.min(page, query.get('max-uploads') ?? page));
  const uploads = shown.map(({ id, key }) => {
    const { mtime } = statSync(join(folder, id, 'key'));
    return list('Upload', { Key: key, UploadId: id, Initiated: mtime.toISOString() });
  });
  const more = shown.length < all.length;
  const next = more ? element('NextKeyMarker', shown.at(-1).key) + element('NextUploadIdMarker', shown.at(-1).id) : '';
  return xml('ListMultipartUploadsResult', element('IsTruncated', more) + next + uploads.join(''));
};

const listParts = (folder) => {
  const numbers = namesIn(folder).filter((name) => /^\d+$/.test(name));
  const parts = numbers.map((number) => {
    const { mtime, size } = statSync(join(folder, number));
    return list('Part', { PartNumber: number, LastModified: mtime.toISOString(), Size: size });
  });
  return xml('ListPartsResult', element('IsTruncated', false) + parts.join(''));
};

const namesIn = (folder, options = {}) => (existsSync(folder) ? readdirSync(folder, options) : []);

const isAsked = (key, query) => {
  const prefix = query.get('prefix') ?? '';
  return key.startsWith(prefix) && !(query.get('delimiter') && key.slice(prefix.length).includes('/'));
};

const compare = ([key, id], [otherKey, otherId]) =>
  key === otherKey ? Number(id > otherId) - Number(id < otherId) : Number(key > otherKey) - Number(key < otherKey);

const element = (name, value) => `<${name}>${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
const list = (name, values) =>
  `<${name}>${Object.entries(values)
    .map((each) => element(...each))
    .join('')}</${name}>`;
const xml = (name, content) =>
  `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${name}>`;
const noSuchUpload = xml('Error', element('Code', 'NoSuchUpload'));
