import type { z } from 'zod';
import type { Desk } from '@/app/desk';
import { filesProblem, Refused } from '@/app/problem';
import type { uploadQuery } from '@/lib/contracts/import-api';
import { type Files, FilesFault, newFileKey } from '@/lib/files';
import { refuseByName } from '@/lib/intake/accept';
import { safeFileName } from '@/lib/intake/safe-file-name';
import { limits } from '@/lib/limits';

/** Streams an upload to where files are kept and puts its import in line; the import's id. Refuses before it takes bytes. */
export async function receiveUpload(
  { store, files }: Desk,
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
  if (!(await files.hasRoom(length ?? 0))) throw filesProblem(new FilesFault('no_room'));
  const fileKey = newFileKey();
  const received = await receive(files, fileKey, request, length, fileName);
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

async function receive(files: Files, fileKey: string, request: Request, announced: number | null, fileName: string) {
  const bytes = (request.body ?? []) as AsyncIterable<Uint8Array>;
  const received = await files.receive(fileKey, { bytes, announced, most: limits.fileBytes }).catch((error) => {
    throw request.signal.aborted ? cutOff() : error;
  });
  if (received.status === 'cut_off') throw cutOff();
  if (received.status === 'too_large') {
    throw new Refused(413, 'too_large', refuseByName(fileName, limits.fileBytes + 1) ?? 'The file is too large.');
  }
  return received;
}

const cutOff = () => new Refused(400, 'cut_off', 'The upload was cut off. Nothing was kept; send the file again.');
