import type { z } from 'zod';
import type { Answered } from '@/lib/contracts/action-refused';
import type { AttributeChange, attributeShape } from '@/lib/customer/attribute';

/** A definition as a form holds it, before it is trimmed. */
export type AttributeInput = z.input<typeof attributeShape>;

/** The server actions of the page; they are handed down, because parts know no pages. */
export interface AttributeActions {
  defineAttribute: (input: AttributeInput) => Promise<Answered<'defined' | 'taken' | 'too_many'>>;
  changeAttribute: (input: AttributeChange) => Promise<Answered<'changed' | 'gone'>>;
  removeAttribute: (input: { name: string }) => Promise<Answered<boolean>>;
}
