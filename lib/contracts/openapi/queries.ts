/** Query parameters that are not parsed by a schema of a route. */
import { z } from 'zod';
import { planQuery } from '../parts';

export const bySourceSystemQuery = z.object({ ...planQuery.shape, inputs: z.string().optional() });
