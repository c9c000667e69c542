import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseQuery } from '@/app/parse';
import { customersQuery } from '@/lib/contracts/customer-api';
import { listCustomers } from '@/lib/contracts/view-customer';

export const GET = route(
  'customers:read',
  async (request, _params, who) => {
    const { store } = await desk();
    return Response.json(await listCustomers(store, parseQuery(request, customersQuery), who));
  },
  { readsQuery: true },
);
