import type { Value } from '../customer/fields';

/** The key by which a value of `parent` finds its customer: an id, or what the check made of a source. */
export const parentKey = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : typeof value === 'number' ? `id:${value}` : value;
