import type { ImportRecord } from '../import-store';
import { type FileFacts, withoutNames } from '../mapping';
import { type RowTexts, textsOf } from './is-about';

/** What an import keeps of its file beside the rows: headers, the top of the sheet, samples, names of protected columns. */
export type Found = Pick<ImportRecord, 'facts' | 'profiles'>;

/**
 * What was found in a file, without a customer. The row that was taken for the header may be one of data, and the lines above
 * it were never staged, so each of them is looked at as a row is.
 * @param isUnread the rows may not be all that the file had: nobody can tell whose the samples are, so all of them go
 * @returns null where nothing has to go
 */
export function foundWithout(
  isAbout: (row: RowTexts) => boolean,
  { facts, profiles }: Found,
  isUnread: boolean,
): Found | null {
  const holds = (cells: string[]) => isAbout({ cells, edits: {} });
  const lines = linesAbout(facts, isAbout);
  const isHeader =
    (facts !== null && (lines.has(facts.headerRow.value) || holds(facts.headers))) ||
    holds(profiles.map(({ header }) => header)) ||
    (facts?.kept ?? []).some(({ columns }) => holds(columns.map(({ header }) => header)));
  if (facts && isHeader) lines.add(facts.headerRow.value);
  const isSample = (text: string, column: number) => isAbout({ cells: [], edits: { [column]: text } });
  const kept = profiles.map((profile) => ({
    ...profile,
    header: isHeader ? '' : profile.header,
    samples: isUnread ? [] : profile.samples.filter((text) => !isSample(text, profile.index)),
  }));
  const lostSamples = kept.some(({ samples }, at) => samples.length < profiles[at]!.samples.length);
  if (!isUnread && !isHeader && lines.size === 0 && !lostSamples) return null;
  return { facts: facts && blank(withoutNames(facts), lines, isHeader), profiles: kept };
}

/** The numbers of the lines at the top of the sheet that are about the customer. */
function linesAbout(facts: FileFacts | null, isAbout: (row: RowTexts) => boolean): Set<number> {
  const about = (facts?.preview ?? []).filter(({ cells }) => isAbout(textsOf({ cells, edits: {} })));
  return new Set(about.map(({ row }) => row));
}

/** Lines and columns stay as many as they are: cells are told by their place. */
const blank = (facts: FileFacts, lines: Set<number>, isHeader: boolean): FileFacts => ({
  ...facts,
  headers: isHeader ? facts.headers.map(() => '') : facts.headers,
  preview: facts.preview.map((line) => (lines.has(line.row) ? { ...line, cells: line.cells.map(() => '') } : line)),
});
