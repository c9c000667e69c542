import { route } from '@/app/guard';

/** Who is signed in. */
export const GET = route('account:own', async (_request, _params, who) => Response.json(who));
