import type { Field, FieldKind } from './fields';

const inJson = new Set<FieldKind>(['json', 'addresses', 'attributes']);
const mostChars = 2000;

/** Whether what is in a field needs several lines to be read and typed: JSON, lists in it, and notes. */
export const isLong = ({ kind, max }: Pick<Field, 'kind' | 'max'>): boolean =>
  inJson.has(kind) || (kind === 'text' && max > mostChars);
