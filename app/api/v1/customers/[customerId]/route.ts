import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody } from '@/app/parse';
import { NotAllowed, notFound, Refused } from '@/app/problem';
import { may } from '@/lib/auth/actor';
import { noted } from '@/lib/auth/audit';
import { patchCustomer } from '@/lib/contracts/customer-api';
import { viewChanges, viewCustomer, viewErasure } from '@/lib/contracts/view-customer';
import { eraseCustomer } from '@/lib/erase/erase-customer';
import { editCustomer } from '@/lib/review/edit-customer';

type Params = { customerId: string };

export const GET = route<Params>('customers:read', async (_request, { customerId }) => {
  const { store } = await desk();
  const customer = await viewCustomer(store, customerId);
  if (!customer) throw notFound('customer');
  return Response.json({ ...customer, changes: await viewChanges(store, customer.id) });
});

/** Erases a customer. It is gone when this answers; a worker removes the rows and files that are about it. */
export const DELETE = route<Params>('customers:erase', async (request, { customerId }, who) => {
  const { store } = await desk();
  const customer = await viewCustomer(store, customerId);
  if (!customer) throw notFound('customer');
  const by = noted(store, who, request.headers, 'customer_erased', { kind: 'customer', id: customer.id });
  if (!(await eraseCustomer(by, customer.id))) throw notFound('customer');
  return Response.json(await viewErasure(store, customer.id), { status: 202 });
});

/** Changes a customer by hand, through the same checks, plan and ledger as an import. The answer has the customer, also where it differs. */
export const PATCH = route<Params>('customers:write', async (request, { customerId }, who) => {
  if (!may(who, 'customers:read')) throw new NotAllowed(who);
  const { store } = await desk();
  const { version, values } = await parseBody(request, patchCustomer);
  const before = await viewCustomer(store, customerId);
  if (!before) throw notFound('customer');
  const by = noted(store, who, request.headers, 'customer_edited', { kind: 'customer', id: before.id });
  const edited = await editCustomer(by, before.id, version, values);
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
