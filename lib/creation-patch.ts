import type { Value } from './customer/fields';
import type { Patch } from './customer-records';

/** What a creation changes: it sets every value. No patch is stored of it. */
export const creationPatch = ({ id: _, ...values }: Record<string, Value>): Patch =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [[field, [null, value]]])),
  );
