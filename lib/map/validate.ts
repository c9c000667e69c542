import { deskField, labelOf } from '../customer/attribute-field';
import { fields, findField } from '../customer/fields';
import { trimUnicode } from '../customer/trim-unicode';
import type { Mapping, MatchKey } from '../mapping';
import { columnLetters } from '../row';

/**
 * Why a mapping cannot be used yet, as plain sentences that say what to do; empty where it can.
 * An attribute is a field where it is one of `mapping.attributes`.
 * @param columnCount how many columns the file has
 * @param headers the header texts by column index, to name columns by more than their letters
 * @param sealed the columns that are sealed
 */
export function mappingProblems(
  mapping: Mapping,
  columnCount: number,
  headers: string[] = [],
  sealed: number[] = [],
): string[] {
  return [
    ...columnProblems(mapping, columnCount, headers),
    ...sealedProblems(mapping, headers, sealed),
    ...sourceProblems(mapping),
    ...keyProblems(mapping),
  ];
}

/** What is sealed cannot be taken for anything else again: that would show it. */
const sealedProblems = ({ columns }: Mapping, headers: string[], sealed: number[]): string[] =>
  columns
    .filter(({ index, field }) => sealed.includes(index) && field !== null && !isSensitive(field))
    .map(
      ({ index }) =>
        `Column ${named(index, headers)} is protected, so it can only feed ${sensitiveLabels}. Choose that or ignore it. ${wayOut}`,
    );

/** All that protects a column, also one that was chosen so before: a new upload knows nothing of that. */
const wayOut =
  'If it holds no such numbers, change what says so in the file and upload that: its header, a cell that names them, or values written like 123-45-6789.';

const isSensitive = (name: string): boolean => findField(name)?.kind === 'sensitive';
const sensitiveLabels = fields
  .filter(({ kind }) => kind === 'sensitive')
  .map(({ label }) => label)
  .join(' or ');

function columnProblems({ columns, attributes = [] }: Mapping, columnCount: number, headers: string[]): string[] {
  const problems: string[] = [];
  const seen = new Set<number>();
  for (const { index, field } of columns) {
    if (!Number.isInteger(index) || index < 0 || index >= columnCount) {
      problems.push(`The file has no column ${letters(index)}. Match the columns again.`);
    } else if (seen.has(index)) problems.push(`Column ${letters(index)} is listed twice. Choose one field for it.`);
    seen.add(index);
    const kind = field === null ? null : deskField(field, attributes)?.kind;
    if (kind === undefined) {
      problems.push(`There is no field “${field}”. Choose another field for column ${letters(index)}.`);
    } else if (kind === 'refused') {
      problems.push(
        `The attribute ${labelOf(field!, attributes)} is no place for such numbers. Choose ${sensitiveLabels} for column ${letters(index)}, which is kept sealed.`,
      );
    }
  }
  return [...problems, ...sharedFields({ columns, attributes }, headers)];
}

function sharedFields({ columns, attributes }: Pick<Mapping, 'columns' | 'attributes'>, headers: string[]): string[] {
  const byField = new Map<string, Set<string>>();
  for (const { index, field } of columns) {
    if (field !== null) byField.set(field, (byField.get(field) ?? new Set()).add(named(index, headers)));
  }
  return [...byField].flatMap(([field, group]) => {
    const names = [...group];
    const last = names.pop();
    return names.length > 0
      ? [`Columns ${names.join(', ')} and ${last} both feed ${labelOf(field, attributes)}. Choose one of them.`]
      : [];
  });
}

function sourceProblems(mapping: Mapping): string[] {
  const constant = trimUnicode(mapping.sourceSystem ?? '');
  const hasSystem = feeds(mapping, 'sourceSystem') || constant !== '';
  const hasId = feeds(mapping, 'sourceSystemId');
  const max = findField('sourceSystem')?.max ?? 0;
  if ([...constant].length > max) return [`Shorten the source system to ${max} characters.`];
  if (hasId && !hasSystem) return ['Enter the source system: it goes with the column for Source ID.'];
  if (feeds(mapping, 'sourceSystem') && !hasId && mapping.matchKey !== 'source') {
    return ['Choose a column for Source ID, it goes with Source system. Or ignore the column for Source system.'];
  }
  return [];
}

function keyProblems(mapping: Mapping): string[] {
  if (mapping.matchKey === null) {
    return ['Choose a column for ID, Source ID, Debtor ID or Email: by it a row finds its customer.'];
  }
  const field = keyColumn[mapping.matchKey];
  return feeds(mapping, field) ? [] : [`Choose a column for ${labelOf(field)}, it is how a row finds its customer.`];
}

/** The field that needs a column; a source system may be a constant. */
const keyColumn: Record<MatchKey, string> = {
  id: 'id',
  source: 'sourceSystemId',
  debtorId: 'debtorId',
  email: 'email',
};

const feeds = ({ columns }: Mapping, name: string): boolean => columns.some(({ field }) => field === name);
const named = (index: number, headers: string[]): string => {
  const header = trimUnicode(headers[index] ?? '');
  return header === '' ? letters(index) : `${letters(index)} (${header})`;
};
const letters = (index: number): string =>
  Number.isInteger(index) && index >= 0 ? columnLetters(index) : String(index);
