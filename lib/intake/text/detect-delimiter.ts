import { type Delimiter, delimiters, type FileFacts } from '../../mapping';
import type { RawRow } from '../../row';
import { Tokeniser } from './tokenise';

type DelimiterFact = NonNullable<FileFacts['delimiter']>;

/** Where several separators split all rows evenly, the one that text holds least often wins: `1,5;2,7` is two cells. */
const rarestFirst: Delimiter[] = ['\t', ';', '|', ','];

/** Characters that are looked at. */
const looked = 65_536;

/**
 * Finds the separator of a text file.
 * @param sample the beginning of the file, decoded
 * @param whole whether the sample is the whole file; otherwise its last record may be cut off
 * @param chosen what a person chose, which wins
 * @throws RefusedWhileReading where quotation marks hardly ever close
 */
export const detectDelimiter = (
  sample: string,
  whole: boolean,
  fileName: string,
  chosen?: Delimiter,
): DelimiterFact => {
  if (chosen) return { value: chosen, evidence: 'chosen' };
  const named = /^"?sep=(.)"?[\r\n]/i.exec(sample)?.[1];
  const value = delimiters.find((delimiter) => delimiter === named);
  if (value) return { value, evidence: 'named in the first line' };
  const start = sample.slice(0, looked);
  const isWhole = whole && start.length === sample.length;
  const tries = rarestFirst.map((delimiter) => tryDelimiter(start, isWhole, fileName, delimiter));
  const best = tries.reduce((one, other) => (other.score > one.score + 0.001 ? other : one));
  if (best.score === 0) return { value: ',', evidence: 'no separator found, one column' };
  return { value: best.value, evidence: best.share === 1 ? 'found in all rows' : 'found in most rows' };
};

/** Whether the first line of a text file names its separator (`sep=;`, a habit of Excel). */
export const namesDelimiter = (sample: string): boolean => /^"?sep=[^\r\n]"?[\r\n]/i.test(sample);

const tryDelimiter = (sample: string, whole: boolean, fileName: string, value: Delimiter) => {
  const records: RawRow[] = [];
  // Read as if it were whole, so that a quotation mark that does not close cannot hide all rows behind it.
  new Tokeniser(value, fileName).read(sample, true, records);
  if (!whole && records.length > 1) records.pop();
  const rows = records.slice(0, 500);
  const [width, count] = commonWidth(rows);
  if (width < 2) return { value, score: 0, share: 0 };
  const share = rows.filter((row) => !row.faults && row.cells.length > 1).length / rows.length;
  // The header has as many cells as the rows; a comma that only stands in amounts is not in the header.
  const first = rows.find((row) => row.cells.length > 1);
  const header = first?.cells.length === width ? 1 : 0;
  return { value, share, score: (count / rows.length) * (1 + header) };
};

/** The number of cells that most records have, and how many have it. */
const commonWidth = (rows: RawRow[]): [width: number, count: number] => {
  const counts = new Map<number, number>();
  for (const row of rows) if (!row.faults) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let best: [number, number] = [0, 0];
  for (const [width, count] of counts)
    if (count > best[1] || (count === best[1] && width > best[0])) best = [width, count];
  return best;
};
