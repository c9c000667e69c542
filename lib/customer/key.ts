import type { MatchKey } from '../mapping';
import type { Value } from './fields';

/**
 * The keys a row claims, each as one text that is equal exactly when the keys are: the match key first, then `id` and
 * the source pair where the row has them and they are not the match key (they may not repeat in a file either).
 * @param values stored values by field name
 * @param matchKey null where nobody is looked for
 * @returns for example `['email:a@example.com', 'id:42', 'source:["erp","ERP-1"]']`; empty when the match key is blank
 */
export function keysOf(values: Record<string, Value | undefined>, matchKey: MatchKey | null): string[] {
  const first = matchKey === null ? undefined : keyOf(values, matchKey);
  if (first === null) return [];
  const keys = first === undefined ? [] : [first];
  for (const kind of unique) {
    if (kind === matchKey) continue;
    const key = keyOf(values, kind);
    if (key !== null) keys.push(key);
  }
  return keys;
}

/** What customers hold uniquely, beside the match key. */
const unique = ['id', 'source'] as const satisfies MatchKey[];

function keyOf(values: Record<string, Value | undefined>, kind: MatchKey): string | null {
  if (kind === 'source') return sourceKey(values.sourceSystem, values.sourceSystemId);
  const value = values[kind];
  if (isBlank(value)) return null;
  return kind === 'email' ? `email:${lower(String(value))}` : `${kind}:${value}`;
}

function sourceKey(system: Value | undefined, id: Value | undefined): string | null {
  return isBlank(system) || isBlank(id) ? null : `source:${JSON.stringify([system, id])}`;
}

const isBlank = (value: Value | undefined): value is null | undefined | '' =>
  value === undefined || value === null || value === '';

/** Lower-casing can take a letter apart (İ), so the result is composed again. */
const lower = (text: string): string => text.toLowerCase().normalize('NFC');
