import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseQuery } from '@/app/parse';
import { Refused } from '@/app/problem';
import { customersQuery } from '@/lib/contracts/customer-api';
import { isCursor, listCustomers } from '@/lib/contracts/view-customer';

export const GET = route(
  'customers:read',
  async (request, _params, who) => {
    const { store } = await desk();
    const query = parseQuery(request, customersQuery);
    if (query.cursor !== undefined && !isCursor(query.cursor, query.sort)) {
      const problem = 'cursor: Take it from nextCursor of an answer in the same order.';
      throw new Refused(400, 'does_not_fit', problem, { problems: [problem] });
    }
    return Response.json(await listCustomers(store, query, who));
  },
  { readsQuery: true },
);
