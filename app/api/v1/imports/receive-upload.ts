import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Desk } from '@/app/desk';
import { Refused } from '@/app/problem';
import type { uploadQuery } from '@/lib/contracts/import-api';
import { refuseByName } from '@/lib/intake/accept';
import { hasRoom, receiveFile } from '@/lib/intake/receive-file';
import { safeFileName } from '@/lib/intake/safe-file-name';
import { limits } from '@/lib/limits';

/** Streams an upload into the uploads folder and puts its import in line; the import's id. Refuses before it takes bytes. */
export async function receiveUpload(
  { store, uploads }: Desk,
  request: Request,
  { fileName: rawName, until, sheet, headerRow, encoding, delimiter, ...choices }: z.output<typeof uploadQuery>,
): Promise<number> {
  const fileName = safeFileName(rawName);
  const announced = request.headers.get('content-length');
  const length = announced === null ? null : Number(announced);
  // A body in chunks does not tell its length; whether it is empty shows when it is read.
  const refused = refuseByName(fileName, length ?? 1);
  if (refused)
    throw (length ?? 0) > limits.fileBytes
      ? new Refused(413, 'too_large', refused)
      : new Refused(415, 'not_accepted', refused);
  if (!(await hasRoom(uploads, length ?? 0))) {
    throw new Refused(
      507,
      'disk_full',
      'There is no room on the disk for this file. Ask whoever runs Import Desk to make some.',
    );
  }
  const fileKey = randomUUID();
  const received = await receive(join(uploads, fileKey), request, length, fileName);
  return store.createImport({
    source: until ? 'upload' : 'api',
    fileName,
    fileSize: received.size,
    sha256: received.sha256,
    fileKey,
    pauseAtMapping: until === 'mapping',
    intake: { sheet, headerRow, encoding, delimiter },
    choices,
    createdBy: null,
  });
}

async function receive(path: string, request: Request, length: number | null, fileName: string) {
  const body = (request.body ?? []) as AsyncIterable<Uint8Array>;
  const part = `${path}.part`;
  const received = await receiveFile(body, part, length, limits.fileBytes).catch(async (error) => {
    await rm(part, { force: true });
    throw request.signal.aborted ? cutOff() : error;
  });
  if (received.status === 'cut_off') throw cutOff();
  if (received.status === 'too_large') {
    throw new Refused(413, 'too_large', refuseByName(fileName, limits.fileBytes + 1) ?? 'The file is too large.');
  }
  await rename(part, path);
  return received;
}

const cutOff = () => new Refused(400, 'cut_off', 'The upload was cut off. Nothing was kept; send the file again.');
