import type { AttributeDefinition } from '../customer/attribute';
import { deskField } from '../customer/attribute-field';
import { readDate } from '../customer/date';
import {
  type ColumnMapping,
  type ColumnProfile,
  type DateOrder,
  type Mapping,
  type MatchKey,
  matchKeys,
} from '../mapping';
import { byNeighbours } from './by-neighbours';
import { byValues } from './by-values';
import { type Candidate, scores } from './candidate';
import { candidates } from './candidates';
import { isSensitive } from './sensitive-columns';

/**
 * A mapping to begin with: each column with the field that its header (in five languages) and its values speak for, and
 * every choice made in the way that loses least. One field gets at most one column, the best; where two columns could
 * be the email, neither is taken.
 * @param attributes what is defined at this desk: fields too, and kept with the mapping
 * @param sealed the columns that are sealed: they feed what is sensitive, or nothing; and nothing else feeds that
 */
export function suggest(
  profiles: ColumnProfile[],
  attributes: AttributeDefinition[] = [],
  sealed?: readonly number[],
): Mapping {
  const found = profiles
    .flatMap((profile) => byValues(candidates(profile, attributes), profile))
    .filter(({ field }) => deskField(field, attributes)?.kind !== 'refused')
    .filter(({ index, field }) => !sealed || sealed.includes(index) === isSensitive(field));
  const chosen = assign(byNeighbours(found));
  const columns = profiles.map(({ index }) => column(index, chosen.get(index)));
  return {
    columns,
    matchKey: defaultMatchKey(columns, profiles, null),
    mode: 'upsert',
    blank: 'keep',
    dateOrder: detectDateOrder(columns, profiles, attributes).order,
    sourceSystem: null,
    attributes,
  };
}

/**
 * The match key to begin with: the first of id, source, debtor ID and email that is filled in every row, else the one
 * that is filled most; null where none of them is mapped. A source ID without a source system counts: the page asks for
 * the constant.
 */
export function defaultMatchKey(
  columns: ColumnMapping[],
  profiles: ColumnProfile[],
  sourceSystem: string | null,
): MatchKey | null {
  const profileOf = (field: string) => {
    const column = columns.find((column) => column.field === field);
    return column && profiles.find((profile) => profile.index === column.index);
  };
  let best: { key: MatchKey; filled: number } | null = null;
  for (const key of matchKeys) {
    const needed = key === 'source' ? [profileOf('sourceSystemId')] : [profileOf(key)];
    if (key === 'source' && sourceSystem === null && profileOf('sourceSystem')) needed.push(profileOf('sourceSystem'));
    const profiled = needed.filter((profile) => profile !== undefined);
    if (profiled.length < needed.length) continue;
    if (profiled.every(({ filled, blank }) => filled > 0 && blank === 0)) return key;
    const filled = Math.min(...profiled.map((profile) => profile.filled));
    if (best === null || filled > best.filled) best = { key, filled };
  }
  return best?.key ?? null;
}

/**
 * The order of the dates of an import, proven from all values of the columns mapped as dates. Year first proves nothing
 * about the others, because ISO always passes.
 * @returns the order, null where nothing decides, and the evidence in a few words
 */
export function detectDateOrder(
  columns: ColumnMapping[],
  profiles: ColumnProfile[],
  attributes: AttributeDefinition[] = [],
): { order: DateOrder | null; evidence: string } {
  const mapped = new Set(columns.filter(({ field }) => isDate(field, attributes)).map(({ index }) => index));
  const dated = profiles.filter(({ index }) => mapped.has(index));
  const sum = (kind: keyof ColumnProfile['dates']) => dated.reduce((total, { dates }) => total + dates[kind], 0);
  const [dmy, mdy, ymd, ambiguous] = [sum('dmy'), sum('mdy'), sum('ymd'), sum('ambiguous')];
  if (dmy > 0 && mdy > 0) return { order: null, evidence: 'some values are day first, some month first' };
  if (dmy > 0) return { order: 'dmy', evidence: proof(dated, 'dmy', dmy) };
  if (mdy > 0) return { order: 'mdy', evidence: proof(dated, 'mdy', mdy) };
  if (ambiguous > 0) return { order: null, evidence: 'every value can be read day first and month first' };
  if (ymd > 0) return { order: 'ymd', evidence: 'all values are year first' };
  return { order: null, evidence: dated.length > 0 ? 'no values that are dates' : 'no column is matched to a date' };
}

/** The best candidate first; a column and a field are taken once. */
function assign(found: Candidate[]): Map<number, Candidate> {
  const byColumn = new Map<number, Candidate>();
  const taken = new Set<string>();
  for (const candidate of found.toSorted((a, b) => b.score - a.score || a.index - b.index)) {
    if (byColumn.has(candidate.index) || taken.has(candidate.field)) continue;
    byColumn.set(candidate.index, candidate);
    taken.add(candidate.field);
  }
  // A system without its ids would be half a source on every row.
  if (!taken.has('sourceSystemId')) {
    for (const [index, { field }] of byColumn) if (field === 'sourceSystem') byColumn.delete(index);
  }
  return byColumn;
}

function column(index: number, candidate: Candidate | undefined): ColumnMapping {
  if (!candidate) return { index, field: null };
  const { field, score } = candidate;
  if (score >= scores.exact) return { index, field, reason: 'name' };
  return { index, field, reason: 'guess', confidence: Math.round(score * 100) / 100 };
}

const isDate = (field: string | null, attributes: AttributeDefinition[]): boolean =>
  field !== null && deskField(field, attributes)?.kind === 'date';

/** A value that only this order allows, where one is among the samples. */
function proof(dated: ColumnProfile[], order: 'dmy' | 'mdy', count: number): string {
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  const sample = dated
    .flatMap(({ samples }) => samples)
    .find((text) => readDate(text.trim(), order).value !== null && readDate(text.trim(), other).value === null);
  if (sample !== undefined) return `from ${sample.trim()}`;
  const first = order === 'dmy' ? 'day' : 'month';
  return count === 1 ? `from 1 value that is ${first} first` : `from ${count} values that are ${first} first`;
}
