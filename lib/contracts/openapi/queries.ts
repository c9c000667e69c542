/** Query parameters that are not parsed by a schema of a route. */
import { z } from 'zod';

const plan = z.enum(['1']).optional();

export const planQuery = z.object({ plan });
export const bySourceSystemQuery = z.object({ plan, inputs: z.string().optional() });
