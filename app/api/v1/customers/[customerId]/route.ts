import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody } from '@/app/parse';
import { asksForPlan } from '@/app/preferences';
import { NotAllowed, notFound, Refused } from '@/app/problem';
import { type Actor, may } from '@/lib/auth/actor';
import { audit, noted } from '@/lib/auth/audit';
import { type EditPlan, type ErasurePlan, patchCustomer } from '@/lib/contracts/customer-api';
import { showPatch } from '@/lib/contracts/masked';
import { viewChanges, viewCustomer, viewErasure } from '@/lib/contracts/view-customer';
import { eraseCustomer } from '@/lib/erase/erase-customer';
import { editCustomer } from '@/lib/review/edit-customer';
import type { Store } from '@/lib/store';

type Params = { customerId: string };

export const GET = route<Params>('customers:read', async (_request, { customerId }) => {
  const { store } = await desk();
  const customer = await viewCustomer(store, customerId);
  if (!customer) throw notFound('customer');
  return Response.json({ ...customer, changes: await viewChanges(store, customer.id) });
});

/** Erases a customer. It is gone when this answers; a worker removes the rows and files that are about it. */
export const DELETE = route<Params>(
  'customers:erase',
  async (request, { customerId }, who) => {
    const plan = asksForPlan(request);
    const { store, apart } = await desk();
    const customer = await viewCustomer(store, customerId);
    if (!customer) throw notFound('customer');
    if (plan) {
      await notePlan(store, who, request, customer.id);
      return Response.json({ customerId: customer.id, would: 'erased' } satisfies ErasurePlan);
    }
    const by = noted(store, who, request.headers, 'customer_erased', { kind: 'customer', id: customer.id });
    if (!(await apart.erasure((erased) => eraseCustomer(by, customer.id, erased)))) throw notFound('customer');
    return Response.json(await viewErasure(store, customer.id), { status: 202 });
  },
  { readsQuery: true, plans: true },
);

/** Changes a customer by hand, through the same checks, plan and ledger as an import. The answer has the customer, also where it differs. */
export const PATCH = route<Params>(
  'customers:write',
  async (request, { customerId }, who) => {
    const plan = asksForPlan(request);
    if (!may(who, 'customers:read')) throw new NotAllowed(who);
    const { store } = await desk();
    const { version, values } = await parseBody(request, patchCustomer);
    const before = await viewCustomer(store, customerId);
    if (!before) throw notFound('customer');
    const by = noted(store, who, request.headers, 'customer_edited', { kind: 'customer', id: before.id });
    const edited = await editCustomer(by, before.id, version, values, { plan });
    if (edited.status === 'not_found') throw notFound('customer');
    if (edited.status === 'refused') {
      const problems = Object.values(edited.errors);
      throw new Refused(422, 'has_errors', problems.join(' '), { errors: edited.errors, problems });
    }
    if (edited.status === 'planned') {
      await notePlan(store, who, request, before.id);
      return Response.json({ patch: showPatch(store.vault, edited.patch) } satisfies EditPlan);
    }
    const customer = await viewCustomer(store, before.id);
    if (edited.status === 'differs') {
      const detail = 'Someone changed this customer in the meantime. Look at it and decide again.';
      throw new Refused(409, 'differs', detail, { current: customer });
    }
    return Response.json(customer);
  },
  { readsQuery: true, plans: true },
);

const notePlan = (store: Store, who: Actor, { method, headers }: Request, id: number): Promise<void> =>
  audit(store, who, headers, 'plan_asked', { kind: 'customer', id }, { method });
