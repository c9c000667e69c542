/** The smaller answers of the API. */
import { z } from 'zod';
import { roles } from '../auth/permissions';
import { attributeTypes } from '../customer/attribute';
import { count } from './parts';

export const attributesAnswer = z.object({
  attributes: z.array(
    z.object({
      name: z.string(),
      label: z.string().nullable(),
      class: z.string(),
      type: z.enum(attributeTypes),
      options: z.array(z.string()),
      description: z.string().nullable(),
    }),
  ),
});

export const unreadAnswer = z.object({ unread: count });

/** Who is signed in. */
export const accountView = z.object({
  kind: z.literal('person'),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  twoFactor: z.boolean(),
});

export const healthView = z.object({
  status: z.enum(['ok', 'degraded']),
  versions: z.object({ importDesk: z.string(), node: z.string() }),
  web: z.literal('ok'),
  database: z.enum(['ok', 'failed']),
  worker: z.enum(['ok', 'not seen']),
  disk: z.enum(['ok', 'full']),
});
