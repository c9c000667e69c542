import { isMasked } from '../sealed';
import type { Reading } from './reading';

/** Any text but one that is masked: that would take the place of the value it was made from. */
export const readSensitive = (text: string): Reading =>
  isMasked(text) ? { value: null, code: 'masked_value' } : { value: text };
