import { customersQuery } from '../customer-api';
import { planQuery } from '../parts';
import type { Operation } from './operation';

const one = '/api/v1/customers/{customerId}';
const customers = { tag: 'Customers' } as const;

export const customerOperations: Operation[] = [
  {
    ...customers,
    id: 'listCustomers',
    method: 'get',
    path: '/api/v1/customers',
    permission: 'customers:read',
    summary: 'List and search customers',
    query: customersQuery,
    about: {
      q: 'Part of name, company, email, phone, mobile, debtor ID, source ID or city, or a whole social security number.',
      order: 'Last change begins with the newest, the others ascend.',
      cursor: 'The `nextCursor` of the answer before.',
    },
    answers: { 200: { description: 'Customers.', json: 'CustomerList' } },
  },
  {
    ...customers,
    id: 'readCustomer',
    method: 'get',
    path: one,
    permission: 'customers:read',
    summary: 'Read a customer',
    answers: { 200: { description: 'The customer, and what changed it.', json: 'CustomerWithChanges' } },
  },
  {
    ...customers,
    id: 'editCustomer',
    method: 'patch',
    path: one,
    permission: 'customers:write',
    alsoNeeds: ['customers:read'],
    summary: 'Change a customer by hand',
    description:
      'By the same checks as an import. A key needs `customers:read` too, for the answer has the customer. `values`: field (`email`, `billing.city`) to text as typed; null clears.',
    once: true,
    plans: true,
    query: planQuery,
    about: { plan: '`1`: nothing is written; the answer says what would change.' },
    body: { json: 'PatchCustomer', example: { version: 1, values: { 'billing.city': 'Utrecht', phone: null } } },
    answers: { 200: { description: 'The customer; or what would change.', json: 'EditAnswer' } },
    refusals: { 409: ['differs'], 422: ['has_errors'] },
  },
  {
    ...customers,
    id: 'eraseCustomer',
    method: 'delete',
    path: one,
    permission: 'customers:erase',
    summary: 'Erase a customer from everywhere',
    once: true,
    plans: true,
    query: planQuery,
    about: { plan: '`1`: nothing is erased.' },
    answers: {
      200: { description: 'Only for a plan: what would be done.', json: 'ErasurePlan' },
      202: { description: 'The customer is gone; a worker removes what is about it.', json: 'Erasure' },
    },
  },
  {
    ...customers,
    id: 'revealValue',
    method: 'post',
    path: `${one}/reveal`,
    permission: 'sensitive:read',
    summary: 'Show a sensitive value',
    description: 'The audit log keeps who looked.',
    body: { json: 'Reveal', example: { field: 'ssn' } },
    answers: { 200: { description: 'The value in clear.', json: 'Revealed' } },
  },
];
