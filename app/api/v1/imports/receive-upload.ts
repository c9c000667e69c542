import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Desk } from '@/app/desk';
import { readIdempotencyKey } from '@/app/preferences';
import { filesProblem, Refused } from '@/app/problem';
import { refuseEncoded } from '@/app/read-body';
import { type Actor, nameOf } from '@/lib/auth/actor';
import type { uploadQuery } from '@/lib/contracts/import-api';
import { type Files, FilesFault, type KeptFile, newFile } from '@/lib/files';
import type { NewImport } from '@/lib/import-store';
import { refuseByName } from '@/lib/intake/accept';
import { safeFileName } from '@/lib/intake/safe-file-name';
import { limits } from '@/lib/limits';
import type { KnownRequest } from '@/lib/request-store';
import type { Store } from '@/lib/store';

/**
 * Streams an upload to where files are kept and puts its import in line; the import's id. Refuses before it takes bytes.
 * The same request with the same `Idempotency-Key` gets the import of the first one.
 */
export async function receiveUpload(
  { store, files }: Desk,
  request: Request,
  { fileName: rawName, until, sheet, headerRow, encoding, delimiter, ...choices }: z.output<typeof uploadQuery>,
  who: Actor,
): Promise<number> {
  refuseEncoded(request);
  const key = readIdempotencyKey(request.headers);
  const fileName = safeFileName(rawName);
  const announced = request.headers.get('content-length');
  const length = announced === null ? null : Number(announced);
  // A body in chunks does not tell its length; whether it is empty shows when it is read.
  const refused = refuseByName(fileName, length ?? 1);
  if (refused)
    throw (length ?? 0) > limits.fileBytes
      ? new Refused(413, 'too_large', refused)
      : new Refused(415, 'not_accepted', refused);
  if (!(await files.hasRoom(length ?? 0))) throw filesProblem(new FilesFault('no_room'));
  const file = newFile(store.vault);
  const received = await receive(files, file, request, length, fileName);
  const made = {
    source: until ? 'upload' : 'api',
    fileName,
    fileSize: received.size,
    sha256: store.vault.seal(received.sha256),
    ...file,
    pauseAtMapping: until === 'mapping',
    intake: { sheet, headerRow, encoding, delimiter },
    choices,
    createdBy: nameOf(who),
    createdById: who.id,
  } as const;
  if (key === null) return store.createImport(made);
  const { pathname, search } = new URL(request.url);
  const text = ['POST', pathname, search, received.sha256].join('\n');
  const requestHash = store.vault.seal(createHash('sha256').update(text).digest('hex'));
  const once = { ...made, requestKey: store.vault.seal(key), requestHash };
  const known = await findOrMake(store, once);
  if (typeof known === 'number') return known;
  await files.remove(file.fileKey);
  if (known !== 'other' && known.requestHash === requestHash) return known.importId;
  throw new Refused(422, 'key_reused', 'This Idempotency-Key came with another request before. Nothing was kept.');
}

/** The id of the new import; or the first request with this key, also where it comes in at the same time. */
async function findOrMake(
  store: Store,
  made: NewImport & { requestKey: string },
): Promise<number | KnownRequest | 'other'> {
  const find = () => store.findRequest(made.createdById!, made.requestKey);
  const first = await find();
  if (first) return first;
  try {
    return await store.createImport(made);
  } catch (error) {
    const other = await find();
    if (other) return other;
    throw error;
  }
}

async function receive(files: Files, file: KeptFile, request: Request, announced: number | null, fileName: string) {
  const bytes = (request.body ?? []) as AsyncIterable<Uint8Array>;
  const received = await files.receive(file, { bytes, announced, most: limits.fileBytes }).catch((error) => {
    throw request.signal.aborted ? cutOff() : error;
  });
  if (received.status === 'cut_off') throw cutOff();
  if (received.status === 'too_large') {
    throw new Refused(413, 'too_large', refuseByName(fileName, limits.fileBytes + 1) ?? 'The file is too large.');
  }
  return received;
}

const cutOff = () => new Refused(400, 'cut_off', 'The upload was cut off. Nothing was kept; send the file again.');
