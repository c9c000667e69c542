/** Small schemas that the three bulk contracts share. How long a text may be, and what it means, is for the check to say. */
import { z } from 'zod';
import { limits } from '../../limits';

/** Absent keeps, null clears. */
export const text = z.string().nullable().optional();
export const number = z.number().nullable().optional();
export const flag = z.boolean().nullable().optional();

export const listOf = <Schema extends z.ZodType>(part: Schema) => z.array(part).max(limits.partsOfCustomer);

/** Some JSON of the caller's own. */
export const anyList = z.array(z.unknown()).max(limits.partsOfCustomer);
export const objectOrList = z
  .union([z.record(z.string(), z.unknown()), anyList])
  .nullable()
  .optional();

/** What is wrong with a key that another key asks for. `missing` is read by `structure-problems.ts`. */
export const missing = (key: string) => ({ code: 'custom' as const, params: { missing: key } });
export const wrong = (said: string) => ({ code: 'custom' as const, params: { said } });

/**
 * Looks at what a schema of keys alone cannot say. Unlike zod's own refinements it is asked even where something else is
 * wrong, so that all problems are named at once.
 * @param rule the same as a JSON schema, for the document of the API
 */
export const together = <Schema extends z.ZodType>(
  schema: Schema,
  look: (keys: Readonly<Record<string, unknown>>) => (ReturnType<typeof missing> | ReturnType<typeof wrong>)[],
  rule: JsonSchema = {},
): Schema => {
  const looked = schema.check(
    z.superRefine(
      (value, context) => {
        if (!isObject(value)) return;
        for (const found of look(value)) context.addIssue(found);
      },
      { when: () => true },
    ),
  );
  return looked.meta(rule);
};

type JsonSchema = Record<string, unknown>;

/** Keys that are there and are not null, and keys that are not. */
export const given = (types: Record<string, 'string' | 'number'>, none: string[] = []): JsonSchema => ({
  required: Object.keys(types),
  properties: {
    ...Object.fromEntries(Object.entries(types).map(([key, type]) => [key, { type }])),
    ...Object.fromEntries(none.map((key) => [key, { type: 'null' }])),
  },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
