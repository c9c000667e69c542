'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { noted } from '@/lib/auth/audit';
import { submitAnswer } from '@/lib/contracts/submit-answer';

const input = z.strictObject({ importId: z.number().int().positive(), revision: z.number().int().positive() });

/** Submits exactly the revision that the person saw; small imports are committed when it answers. */
export const submitImport = action('imports:write', input, async ({ importId, revision }, who) => {
  const { store } = await desk();
  const by = noted(store, who, await headers(), 'import_submitted', { kind: 'import', id: importId });
  return submitAnswer(by, importId, revision);
});
