import { act } from '@/components/shell/api';
import { attributeLimits } from '@/lib/customer/attribute';
import type { AttributeActions, AttributeInput } from './attribute-actions';

/** Stores what a form holds. Answers what stands against it: a sentence, and the field it is about where it is about one. */
export type Save = (input: AttributeInput) => Promise<{ field?: 'name'; sentence: string } | null>;

export const saveNew =
  (defineAttribute: AttributeActions['defineAttribute']): Save =>
  async (input) => {
    const answer = await act(() => defineAttribute(input));
    if (answer === 'taken') return { field: 'name', sentence: 'There is an attribute of this name already.' };
    if (answer === 'too_many') {
      return { sentence: `There are ${attributeLimits.definitions} attributes, which is the limit. Remove one first.` };
    }
    return null;
  };

export const saveChange =
  (changeAttribute: AttributeActions['changeAttribute']): Save =>
  async ({ name, label, options, description }) => {
    const answer = await act(() => changeAttribute({ name, label, options, description }));
    return answer === 'gone' ? { sentence: 'Somebody removed this attribute meanwhile.' } : null;
  };
