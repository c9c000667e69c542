import type { FileBytes } from '../../files';
import type { IntakeOptions } from '../../mapping';
import { type OpenedSheet, openSheet } from '../open-sheet';
import { RefusedWhileReading } from '../refusal';
import { sampleBytes, surveyBytes } from './byte-survey';
import { decodeWhole } from './decode';
import { detectDelimiter, namesDelimiter } from './detect-delimiter';
import { detectEncoding } from './detect-encoding';
import { textSource } from './text-source';

/**
 * Opens a text file with separated values.
 * @throws RefusedWhileReading when it is not text
 */
export const openText = async (bytes: FileBytes, fileName: string, options: IntakeOptions): Promise<OpenedSheet> => {
  const survey = await surveyBytes(bytes);
  const encoding = detectEncoding(survey, options.encoding);
  const sample = decodeWhole(survey.head.subarray(encoding.skip), encoding.fact.value);
  if (isBinary(sample)) {
    throw new RefusedWhileReading(`${fileName} is not a spreadsheet. Choose a CSV, TSV or XLSX file.`);
  }
  const whole = bytes.size <= sampleBytes;
  const delimiter = detectDelimiter(sample, whole, fileName, options.delimiter);
  const source = textSource(bytes, fileName, encoding, delimiter.value, namesDelimiter(sample) ? 1 : 0);
  const facts = { format: 'csv' as const, encoding: encoding.fact, delimiter };
  return openSheet(source, fileName, facts, options);
};

/** Text holds hardly any control characters; of random bytes one in nine is one, and programs and pictures are full of them. */
const isBinary = (sample: string): boolean => {
  let controls = 0;
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) controls++;
  }
  return controls > 8 && controls > sample.length / 50;
};
