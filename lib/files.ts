import { randomBytes, randomUUID } from 'node:crypto';
import { nameOf } from './error-text';
import type { Vault } from './vault';

/** A file on its way in. */
export interface Upload {
  bytes: AsyncIterable<Uint8Array>;
  /** Bytes there will be, as the Content-Length says; null where nobody told. */
  announced: number | null;
  /** Bytes that are taken at the most. */
  most: number;
}

export type Received =
  | { status: 'received'; size: number; sha256: string }
  /** More bytes than allowed, or fewer than announced; nothing is kept. */
  | { status: 'too_large' }
  | { status: 'cut_off' };

/** Where a file is kept, and its own key, sealed by the vault. */
export interface KeptFile {
  fileKey: string;
  fileSecret: string;
}

/** The bytes of a file, from anywhere in it. Nothing of it ever lies anywhere in clear. */
export interface FileBytes {
  size: number;
  /** Fills `into` from a position on. @returns how many bytes came: fewer only at the end */
  read(into: Buffer, position: number): Promise<number>;
}

/** What the core asks of the place of uploaded files, which are encrypted there. `files/` has a folder and object storage. */
export interface Files {
  /** Whether that many bytes would fit, as far as it can be told before they come. */
  hasRoom(bytes: number): Promise<boolean>;
  /**
   * Streams an upload to its place, never held whole, and answers when it would outlive a power cut. Where it ends in
   * any other way than `received`, nothing is kept.
   * @param file under which it is kept, encrypted with that secret: see `newFile`
   * @throws FilesFault where the place does not work; what `bytes` throws passes through
   */
  receive(file: KeptFile, upload: Upload): Promise<Received>;
  /**
   * Reads a file for the time of the work.
   * @throws FilesFault where it cannot be had; the reason of the signal when that is aborted; what the work throws
   */
  withFile<T>(file: KeptFile, work: (bytes: FileBytes) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Removes a file; one that is not there is removed already. */
  remove(key: string): Promise<void>;
  /**
   * Removes what uploads left behind when they were killed: parts, and whole files that became no import.
   * @param known which of some keys belong to an import
   */
  sweep(known: (keys: string[]) => Promise<string[]>): Promise<void>;
}

/** What lies without an import for this long was left behind, in ms. Until then it may be on its way. */
export const leftBehind = 3_600_000;

/** A new name for a file. Names say nothing of what people call it. */
export const newFileKey = (): string => randomUUID();

/** A new name, and a random key for AES-256 that nothing but this file is encrypted with. */
export const newFile = (vault: Vault): KeptFile => ({
  fileKey: newFileKey(),
  fileSecret: vault.seal(randomBytes(32).toString('base64url')),
});

/** Whether a name can be one of ours. What else lies in a bucket is not touched. */
export const isFileKey = (name: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(name);

const sentences = {
  not_stored:
    'The file could not be stored, because the storage for uploaded files does not work just now. Nothing was kept; send it again in a few minutes.',
  not_reached:
    'The uploaded file cannot be fetched, because the storage for uploaded files does not work just now. Try again in a few minutes.',
  missing: 'The uploaded file is not there any more. Upload it again.',
  damaged: 'The uploaded file was damaged or changed where it is kept. Upload it again.',
  no_room: 'There is no room on the disk for this file. Ask whoever runs Import Desk to make some.',
} as const;

/** A file that cannot be stored or had. The message is for a person; the stack names the cause, for the log. */
export class FilesFault extends Error {
  override name = 'FilesFault';

  constructor(
    readonly kind: keyof typeof sentences,
    cause?: unknown,
  ) {
    super(sentences[kind], { cause });
    if (cause instanceof Error) this.stack += `\n  because of ${nameOf(cause)}: ${cause.message}`;
  }
}
