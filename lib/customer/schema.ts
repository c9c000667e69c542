import { z } from 'zod';
import { issueCatalogue } from '../issue-catalogue';
import { type Field, fields } from './fields';
import { isError, type NormaliseContext, normalise } from './normalise';
import { trimUnicode } from './trim-unicode';

/**
 * One field as a person types it: text or null, which is blank. The text comes back as typed; what is stored is what
 * `normalise` makes of it. An error's message is the sentence of the catalogue; warnings pass.
 */
export function fieldSchema(field: Field, context: Partial<NormaliseContext> = {}): z.ZodType<string | null> {
  const known: NormaliseContext = { ...context, dateOrder: context.dateOrder ?? null };
  return z
    .string()
    .nullable()
    .superRefine((text, check) => {
      if (text === null || trimUnicode(text) === '') return;
      const result = normalise(field, text, known);
      if (!isError(result) || result.code === undefined) return;
      check.addIssue({
        code: 'custom',
        message: result.message ?? issueCatalogue[result.code].message,
        params: { code: result.code, suggestion: result.suggestion },
      });
    });
}

/** An edit of a customer by hand: any of the fields, as typed, null to clear. Unknown fields are refused. */
export const customerEdit: z.ZodType<Record<string, string | null | undefined>> = z.strictObject(
  Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field).optional()])),
);
