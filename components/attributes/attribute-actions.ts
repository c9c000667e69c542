import type { z } from 'zod';
import type { AttributeChange, attributeShape } from '@/lib/customer/attribute';

/** A definition as a form holds it, before it is trimmed. */
export type AttributeInput = z.input<typeof attributeShape>;

/** The server actions of the page; they are handed down, because parts know no pages. */
export interface AttributeActions {
  defineAttribute: (input: AttributeInput) => Promise<'defined' | 'taken' | 'too_many'>;
  changeAttribute: (input: AttributeChange) => Promise<'changed' | 'gone'>;
  removeAttribute: (input: { name: string }) => Promise<boolean>;
}
