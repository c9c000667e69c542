/** What is asked for a new API key, the same in the browser and on the server. */
import { z } from 'zod';
import { scopes } from './permissions';
import { personName } from './person-fields';

/** Days that a key may last at the most, from wherever it is made; ten years. */
export const mostKeyDays = 3650;

/** Days to choose from in the pages; null lasts until it is revoked. */
export const keyDays = [30, 90, 365, null] as const;

export const newKey = z.strictObject({
  name: personName,
  scopes: z
    .array(z.enum(scopes))
    .min(1, 'Choose what the key may do.')
    .max(scopes.length, 'Choose each once.')
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Choose each once.'),
  days: z.literal(keyDays),
});
export type NewKey = z.infer<typeof newKey>;
