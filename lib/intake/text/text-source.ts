import type { FileBytes } from '../../files';
import { limits } from '../../limits';
import type { Delimiter } from '../../mapping';
import type { RawRow } from '../../row';
import type { RecordSource } from '../record-source';
import { tooManyRows } from '../refusal';
import { byteChunks } from './byte-chunks';
import { decoderFor } from './decode';
import type { FoundEncoding } from './detect-encoding';
import { Tokeniser } from './tokenise';

/** Blank lines count as rows, so their number needs a bound too. */
const mostRecords = 4 * limits.rows;

/** A text file as a stream of records, at most one chunk of bytes and one record in memory. */
export const textSource = (
  file: FileBytes,
  fileName: string,
  encoding: FoundEncoding,
  delimiter: Delimiter,
  skipRows: number,
): RecordSource => {
  let bytes = 0;
  async function* records(signal?: AbortSignal): AsyncGenerator<RawRow[]> {
    bytes = encoding.skip;
    const decoder = decoderFor(encoding.fact.value);
    const tokeniser = new Tokeniser(delimiter, fileName);
    for await (const chunk of byteChunks(file, { start: encoding.skip, signal })) {
      const batch: RawRow[] = [];
      tokeniser.read(decoder.write(chunk), false, batch);
      if (tokeniser.recordsSeen > mostRecords) throw tooManyRows(fileName, limits.rows);
      bytes += chunk.length;
      if (batch.length > 0) yield batch;
    }
    const batch: RawRow[] = [];
    tokeniser.read(decoder.end(), true, batch);
    if (batch.length > 0) yield batch;
  }
  return {
    records,
    bytesRead: () => bytes,
    missingIsBlank: false,
    skipRows,
    notices: () => [],
  };
};
