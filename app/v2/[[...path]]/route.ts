import { route } from '@/app/guard';
import { notFound } from '@/app/problem';

/** A program that mistypes the address of a bulk contract is told so, where a page would ask it for its Origin. */
const none = async (): Promise<Response> => {
  throw notFound('address');
};

export const POST = route<{ path?: string[] }>('customers:create', none, { readsQuery: true });
