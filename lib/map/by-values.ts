import { type FieldKind, findField } from '../customer/fields';
import { readJson } from '../customer/read-json';
import { namesSensitive } from '../customer/sensitive-names';
import type { ColumnProfile } from '../mapping';
import { type Candidate, scores } from './candidate';
import { isPrivate } from './private-columns';
import { looksSensitive } from './sensitive-values';

/** The candidates of one column after a look at its values: some are ruled out, others come in. */
export function byValues(found: Candidate[], profile: ColumnProfile): Candidate[] {
  const { index, header, samples } = profile;
  // By its header it may be the number of somebody else, or be meant for no field at all.
  if (looksSensitive(header, samples) && !namesSensitive(header)) {
    return isPrivate(header) ? [] : [{ index, field: 'ssn', score: scores.values }];
  }
  const kept = found.flatMap((candidate) => {
    if (candidate.field === 'id' || candidate.field === 'debtorId') return asKey(candidate, profile);
    return fits(candidate, profile) ? [weighed(candidate, profile)] : [];
  });
  return kept.length > 0 ? kept : fromValuesAlone(profile);
}

/** Whole numbers all through, none of them with zeros in front, which a number would lose. */
const isWhole = ({ filled, wholeNumbers, samples }: ColumnProfile): boolean =>
  filled > 0 && wholeNumbers === filled && samples.every((sample) => !/^\s*0\d|\d{17}/.test(sample));

/** A key that is no whole number is the key of another system. */
function asKey(candidate: Candidate, profile: ColumnProfile): Candidate[] {
  if (isWhole(profile)) return [candidate];
  if (profile.filled === 0) return [];
  return [{ ...candidate, field: 'sourceSystemId', score: Math.min(candidate.score - 0.1, scores.near) }];
}

const inJson = new Set<FieldKind | undefined>(['json', 'addresses', 'attributes']);
/** Their names are everyday words, under which other things stand too. */
const everyday = new Set(['contacts', 'addresses', 'attributes']);

/** Every second value at the least: one that is broken must not lose the column. */
function isInJson({ samples }: ColumnProfile, kind: FieldKind | undefined): boolean {
  const inIt = samples.filter(
    (sample) => /^\s*[[{]/.test(sample) || (kind === 'json' && readJson(sample).value !== null),
  );
  return inIt.length * 2 >= samples.length;
}

function fits({ field, score }: Candidate, profile: ColumnProfile): boolean {
  const { filled, emails, phones, header } = profile;
  const kind = findField(field)?.kind;
  if (filled > 0 && inJson.has(kind)) {
    return (header.trim() === field && !everyday.has(field)) || isInJson(profile, kind);
  }
  if (filled === 0 || score >= scores.exact) return true;
  if (kind === 'email') return emails > 0;
  // An address or a list of addresses under a doubtful name is no phone and no street.
  return emails * 2 <= filled || kind === 'phone' ? emails === 0 || phones > emails : false;
}

function weighed(candidate: Candidate, profile: ColumnProfile): Candidate {
  const { field, score } = candidate;
  if (field === 'sourceSystemId' && score < scores.exact && isWhole(profile))
    return { ...candidate, score: score - 0.1 };
  const dates = Object.values(profile.dates).reduce((sum, count) => sum + count, 0);
  const doubtful = findField(field)?.kind === 'date' && profile.filled > 0 && dates === 0;
  return doubtful ? { ...candidate, score: Math.min(score, scores.values) } : candidate;
}

/** Nine in ten values are emails; or phones, where nothing at all is said about the column. */
function fromValuesAlone({ index, header, filled, emails, phones, wholeNumbers }: ColumnProfile): Candidate[] {
  if (filled === 0 || isPrivate(header)) return [];
  if (emails >= filled * 0.9) return [{ index, field: 'email', score: scores.values }];
  const unnamed = header.trim() === '';
  return unnamed && phones >= filled * 0.9 && wholeNumbers < filled
    ? [{ index, field: 'phone', score: scores.values }]
    : [];
}
