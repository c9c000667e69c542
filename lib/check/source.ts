import { findField, type Value } from '../customer/fields';
import { normalise } from '../customer/normalise';
import { type Issue, issue } from '../issues';
import type { Mapping } from '../mapping';
import { hasError, isBlank } from './key-fields';

/** The constant source system of a mapping in stored form; null where there is none or a column feeds it. */
export function constantOf(mapping: Mapping): string | null {
  const field = findField('sourceSystem');
  if (!field || mapping.sourceSystem === null || mapped(mapping, 'sourceSystem')) return null;
  if (!mapped(mapping, 'sourceSystemId')) return null;
  const { value } = normalise(field, mapping.sourceSystem, { dateOrder: null });
  return typeof value === 'string' ? value : null;
}

/**
 * Source system and source ID go together: the constant is added where the row has an ID, and one without the other is
 * the error `source_incomplete` on the one that is missing.
 */
export function checkSource(constant: string | null, values: Record<string, Value>, issues: Issue[]): void {
  if (constant !== null) {
    if (!isBlank(values.sourceSystemId)) values.sourceSystem = constant;
    // Clearing the ID alone would leave the customer with half a source.
    else delete values.sourceSystemId;
    return;
  }
  const system = isBlank(values.sourceSystem);
  const id = isBlank(values.sourceSystemId);
  if (system === id) return;
  const missing = system ? 'sourceSystem' : 'sourceSystemId';
  // What the row lacks because it is in error is not missing.
  if (!hasError(issues, missing)) issues.push(issue('source_incomplete', missing));
}

const mapped = (mapping: Mapping, field: string): boolean => mapping.columns.some((column) => column.field === field);
