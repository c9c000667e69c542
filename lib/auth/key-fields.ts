/** What is asked for a new API key, the same in the browser and on the server. */
import { z } from 'zod';
import { scopes } from './permissions';

/** Days that a key may last at the most, from wherever it is made; ten years. */
export const mostKeyDays = 3650;

/** Days to choose from in the pages; null lasts until it is revoked. */
export const keyDays = [30, 90, 365, null] as const;

export const newKey = z.strictObject({
  name: z.string().trim().min(1, 'Enter a name.').max(100, 'A name has 100 characters at most.'),
  scopes: z.array(z.enum(scopes)).min(1, 'Choose what the key may do.'),
  days: z.literal(keyDays),
});
export type NewKey = z.infer<typeof newKey>;
