/** Small schemas that several contracts share. */
import { z } from 'zod';

export const count = z.number().int().nonnegative();

export const counts = <K extends string>(keys: readonly [K, ...K[]] | readonly K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, count])) as Record<K, typeof count>);

export const value = z.union([z.string(), z.number(), z.null()]);

export const found = <T extends z.ZodType>(of: T) => z.object({ value: of, evidence: z.string() });

export const cell = z.union([z.string(), z.tuple([z.string(), z.string()]), z.null()]);

/** `1`: nothing is done, the answer says what would be. */
export const planQuery = z.object({ plan: z.enum(['0', '1', 'true', 'false']).optional() });
