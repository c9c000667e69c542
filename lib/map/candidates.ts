import type { AttributeDefinition } from '../customer/attribute';
import { attributePrefix, fields } from '../customer/fields';
import { compact, withoutOwner, words } from '../customer/header';
import { namesSensitive } from '../customer/sensitive-names';
import type { ColumnProfile } from '../mapping';
import { addressCandidates } from './address-candidates';
import { type Candidate, scores } from './candidate';
import { likeness } from './likeness';
import { isPrivate } from './private-columns';
import { likelyNames, ownNames } from './synonyms';

type Named = Omit<Candidate, 'index'>;

/** All fields that a column may feed by its name, in no order. */
export function candidates(
  { header, index }: Pick<ColumnProfile, 'header' | 'index'>,
  attributes: AttributeDefinition[] = [],
): Candidate[] {
  const text = compact(header);
  if (text === '') return [];
  const all = [
    ...same(header),
    ...defined(header, attributes),
    ...(isPrivate(header) ? [] : [...named(text), ...addressCandidates(text)]),
  ];
  const found = all.filter(({ field }) => fitsSensitive(field, header));
  return found.map((candidate) => ({ ...candidate, index }));
}

/** What is sensitive must not land in a field that looks alike, nor its last digits in its own. */
const fitsSensitive = (field: string, header: string): boolean =>
  !namesSensitive(header) ||
  (field === 'ssn' && !words(header).some((word) => /^(?:last|laatste|letzten?|derniers?|ultimos?)$/.test(word)));

/** The name or the label of a field, as templates and reports have it. */
const same = (header: string): Named[] => {
  const field = byTitle.get(header.trim().toLowerCase());
  return field ? [{ field, score: scores.same }] : [];
};

const byTitle = new Map(
  fields.flatMap(({ name, label }) => [[name.toLowerCase(), name] as const, [label.toLowerCase(), name] as const]),
);

/** An attribute by its name or label, with or without what the names of attributes begin with. */
function defined(header: string, attributes: AttributeDefinition[]): Named[] {
  const title = header.trim().toLowerCase();
  const text = compact(header);
  return attributes.flatMap(({ name, label }): Named[] => {
    const field = attributePrefix + name;
    const titles = [field, name, label ?? name];
    if (titles.some((each) => each.toLowerCase() === title)) return [{ field, score: scores.same }];
    return titles.some((each) => compact(each) === text) ? [{ field, score: scores.exact }] : [];
  });
}

function named(text: string): Named[] {
  const exact = [...(exactly.get(text) ?? [])].map((field) => ({ field, score: scores.exact }));
  const guesses = [...(probably.get(text) ?? [])].map((field) => ({ field, score: scores.likely }));
  return exact.length + guesses.length > 0 ? [...exact, ...guesses] : [...ofCustomer(text), ...near(text)];
}

/** `customerPhone`, `Klant e-mail`: what belongs to a customer anyway. Not keys: those are of another system. */
function ofCustomer(text: string): Named[] {
  const rest = withoutOwner(text);
  return [...(exactly.get(rest) ?? [])]
    .filter((field) => rest !== text && !keys.has(field))
    .map((field) => ({ field, score: scores.prefixed }));
}

const keys = new Set(['sourceSystem', 'sourceSystemId', 'debtorId']);

function near(text: string): Named[] {
  return [...ownNames].flatMap(([field, names]) => {
    // A nationality is no national ID: what is sensitive is known by its whole name or by its words.
    if (field === 'ssn') return [];
    const best = Math.max(...names.map((name) => likeness(text, name)));
    return best > 0 ? [{ field, score: scores.near * best }] : [];
  });
}

function byName(lists: Map<string, string[]>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [field, names] of lists) {
    for (const name of names) found.set(name, (found.get(name) ?? new Set()).add(field));
  }
  return found;
}

const exactly = byName(ownNames);
const probably = byName(likelyNames);
