'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { audit } from '@/lib/auth/audit';
import { submitAnswer } from '@/lib/contracts/submit-answer';

const input = z.strictObject({ importId: z.number().int().positive(), revision: z.number().int().positive() });

/** Submits exactly the revision that the person saw; small imports are committed when it answers. */
export const submitImport = action('imports:write', input, async ({ importId, revision }, who) => {
  const { store } = await desk();
  const answer = await submitAnswer(store, importId, revision);
  if (answer.status !== 'refused') {
    await audit(store, who, await headers(), 'import_submitted', { kind: 'import', id: importId });
  }
  return answer;
});
