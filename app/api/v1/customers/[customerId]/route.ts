import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody } from '@/app/parse';
import { notFound, Refused } from '@/app/problem';
import { patchCustomer } from '@/lib/contracts/customer-api';
import { viewChanges, viewCustomer } from '@/lib/contracts/view-customer';
import { editCustomer } from '@/lib/review/edit-customer';

type Params = { customerId: string };

export const GET = route<Params>('customers:read', async (_request, { customerId }) => {
  const { store } = await desk();
  const customer = await viewCustomer(store, customerId);
  if (!customer) throw notFound('customer');
  return Response.json({ ...customer, changes: await viewChanges(store, customer.id) });
});

/** Changes a customer by hand, through the same checks, plan and ledger as an import. */
export const PATCH = route<Params>('customers:write', async (request, { customerId }) => {
  const { store } = await desk();
  const { version, values } = await parseBody(request, patchCustomer);
  const before = await viewCustomer(store, customerId);
  if (!before) throw notFound('customer');
  const edited = await editCustomer(store, before.id, version, values);
  if (edited.status === 'not_found') throw notFound('customer');
  if (edited.status === 'refused') {
    const problems = Object.values(edited.errors);
    throw new Refused(422, 'has_errors', problems.join(' '), { errors: edited.errors, problems });
  }
  const customer = await viewCustomer(store, before.id);
  if (edited.status === 'differs') {
    const detail = 'Someone changed this customer in the meantime. Look at it and decide again.';
    throw new Refused(409, 'differs', detail, { current: customer });
  }
  return Response.json(customer);
});
