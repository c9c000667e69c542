'use server';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { submitAnswer } from '@/lib/contracts/submit-answer';

const input = z.strictObject({ importId: z.number().int().positive(), revision: z.number().int().positive() });

/** Submits exactly the revision that the person saw; small imports are committed when it answers. */
export const submitImport = action('imports:write', input, async ({ importId, revision }) => {
  const { store } = await desk();
  return submitAnswer(store, importId, revision);
});
