import type { FileFacts, Kept } from '../mapping';

/**
 * What the places of cells depend on. All encodings but UTF-16 have the separators, quotation marks and line ends in the same bytes,
 * so another one of them moves no cell; and no other header row does.
 */
export function layoutOf({ format, sheet, delimiter, encoding }: FileFacts): string {
  if (format !== 'csv') return `sheet ${sheet?.value ?? ''}`;
  const kind = encoding?.value.startsWith('utf-16') ? encoding.value : 'bytes';
  return `text ${kind} ${delimiter?.value ?? ''}`;
}

/** Columns to keep protected by their place in the layout that was read. */
export function keep(facts: FileFacts, headers: string[], columns: number[]): Kept {
  return {
    layout: layoutOf(facts),
    width: facts.headers.length,
    columns: columns.map((index) => ({ index, header: headers[index] ?? '' })),
  };
}

/** All that was ever protected of a file. */
export function keptOf(facts: FileFacts | null): Kept[] {
  if (facts === null) return [];
  return facts.kept ?? (facts.sealed ? [keep(facts, facts.headers, facts.sealed)] : []);
}

/** What is kept, and these columns too, which a person mapped to something sensitive in the layout that was read. */
export function keptAlso(facts: FileFacts, headers: string[], columns: number[]): Kept[] {
  const now = keep(facts, headers, columns);
  const kept = keptOf(facts);
  const before = kept.find(({ layout }) => layout === now.layout);
  return [...kept.filter((one) => one !== before), before ? extended(before, now.columns) : now];
}

/** With further columns. The others keep the header under which they are known. */
export const extended = (before: Kept, columns: Kept['columns']): Kept => ({
  ...before,
  columns: [
    ...before.columns,
    ...columns.filter(({ index }) => !before.columns.some((column) => column.index === index)),
  ],
});
