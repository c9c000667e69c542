import { route } from '@/app/guard';
import { notFound } from '@/app/problem';

type Params = { path: string[] };

/** Whatever else is asked for below /api: a problem document instead of a page. */
const none = async (): Promise<Response> => {
  throw notFound('address');
};

export const GET = route<Params>('imports:read', none, { readsQuery: true });
export const POST = route<Params>('imports:read', none, { readsQuery: true });
export const PUT = route<Params>('imports:read', none, { readsQuery: true });
export const PATCH = route<Params>('imports:read', none, { readsQuery: true });
export const DELETE = route<Params>('imports:read', none, { readsQuery: true });
