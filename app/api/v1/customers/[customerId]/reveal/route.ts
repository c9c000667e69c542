import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody } from '@/app/parse';
import { notFound } from '@/app/problem';
import { entryOf } from '@/lib/auth/audit';
import { revealCustomer } from '@/lib/contracts/customer-api';
import { revealField } from '@/lib/contracts/reveal-field';
import { viewCustomer } from '@/lib/contracts/view-customer';

/** A sensitive value in clear; the audit log has each time somebody looked. */
export const POST = route<{ customerId: string }>(
  'sensitive:read',
  async (request, { customerId }, who) => {
    const { store } = await desk();
    const { field } = await parseBody(request, revealCustomer);
    const customer = await viewCustomer(store, customerId);
    const revealed = customer && (await revealField(store, customer.id, field, entryOf(who, request.headers)));
    if (!revealed) throw notFound('sensitive value');
    return Response.json(revealed);
  },
  // Each look is one, also with the same key: no answer with a value in clear is kept.
  { once: false },
);
