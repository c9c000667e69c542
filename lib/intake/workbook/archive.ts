import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { FileBytes } from '../../files';
import { damaged, RefusedWhileReading, tooMuchInside } from '../refusal';

/** A ZIP archive that is open for reading; nothing in it is ever written to disk, so names in it cannot do harm. */
export interface Archive {
  /** Names of its parts, in lower case with forward slashes. */
  names: string[];
  /** The unpacked bytes of a part, checked against its size and checksum when read to the end. */
  read(name: string): AsyncGenerator<Buffer>;
  /** Unpacked size of a part in bytes, as the archive claims it. */
  size(name: string): number;
  close(): void;
}

/** Bounds that no workbook of a spreadsheet program comes near. */
const bounds = {
  parts: 10_000,
  /** Unpacked bytes per packed byte; workbooks have 5 to 30. */
  ratio: 150,
  /** Unpacked bytes below which the ratio does not matter. */
  smallBytes: 16 * 1024 * 1024,
  partBytes: 16 * 1024 * 1024 * 1024,
};

const openZip = promisify<yauzl.RandomAccessReader, number, yauzl.Options, yauzl.ZipFile>(yauzl.fromRandomAccessReader);

/**
 * Opens a ZIP archive (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
 * @throws RefusedWhileReading for damage, passwords and archives built to do harm
 */
export const openArchive = async (bytes: FileBytes, fileName: string): Promise<Archive> => {
  // Names are decoded here and not by yauzl, which would give up a whole archive for one odd name that is never used.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  const zip = await openZip(new Reader(bytes), bytes.size, options).catch(() => {
    throw damaged(fileName);
  });
  try {
    const entries = await readEntries(zip, fileName);
    return {
      names: [...entries.keys()],
      read: (name) => readPart(zip, entries.get(name), fileName),
      size: (name) => entries.get(name)?.uncompressedSize ?? 0,
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
};

/** Bytes that are read at a time. */
const pieceBytes = 64 * 1024;

/** By which yauzl reads the bytes of a file. */
class Reader extends yauzl.RandomAccessReader {
  constructor(private readonly bytes: FileBytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.bytes, start, end), { objectMode: false });
  }

  /** What is short is read at once: a directory has thousands of entries. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.bytes.read(buffer.subarray(offset, offset + length), position).then(
      (bytesRead) => callback(null, bytesRead),
      (error) => callback(error),
    );
  }
}

async function* pieces(bytes: FileBytes, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, end - at));
    const length = await bytes.read(piece, at);
    if (length === 0) return;
    yield piece.subarray(0, length);
    at += length;
  }
}

const readEntries = async (zip: yauzl.ZipFile, fileName: string): Promise<Map<string, yauzl.Entry>> => {
  if (zip.entryCount > bounds.parts) throw tooMuchInside(fileName);
  const entries = new Map<string, yauzl.Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', () => reject(damaged(fileName)));
    zip.on('end', resolve);
    zip.on('entry', (entry: yauzl.Entry) => {
      const name = String(entry.fileName).replaceAll('\\', '/').toLowerCase();
      // Two parts of one name: programs differ in which one they read, so neither can be trusted.
      if (entries.has(name)) return reject(damaged(fileName));
      entries.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
};

async function* readPart(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined, fileName: string): AsyncGenerator<Buffer> {
  if (!entry) throw damaged(fileName);
  if (entry.isEncrypted()) {
    throw new RefusedWhileReading(`${fileName} is protected with a password. Remove the password and try again.`);
  }
  let stream: Readable | undefined;
  let size = 0;
  let checksum = 0;
  try {
    stream = await promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip))(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      const packed = Math.max(1, entry.compressedSize);
      if (size > bounds.partBytes || (size > bounds.smallBytes && size / packed > bounds.ratio)) {
        throw tooMuchInside(fileName);
      }
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof RefusedWhileReading) throw error;
    throw damaged(fileName);
  } finally {
    stream?.destroy();
  }
  if (checksum !== entry.crc32) throw damaged(fileName);
}
