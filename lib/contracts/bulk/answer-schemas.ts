/** What the three bulk contracts answer, as schemas: for the OpenAPI document, and for tests that hold the answers to it. */
import { z } from 'zod';
import { count } from '../parts';

const number = z.number().int();
const text = z.string().nullable();

const entry = {
  action: z
    .enum(['create', 'update'])
    .optional()
    .describe('Absent where nothing was done. A customer that has all of that already counts as updated.'),
  id: number.nullable().describe("The customer's id now; null where it was not created, or only planned."),
  success: z.boolean(),
  code: z.number().int().optional().describe('60007 where the parent was not found.'),
  type: z.string().optional().describe('`ParentCustomerNotFound`'),
  message: z.string().optional().describe('Why it failed.'),
};

const answer = <Entry extends z.ZodType>(of: Entry) =>
  z.object({
    data: z.array(of).describe('One entry for each customer, in the order of the request.'),
    messages: z.array(z.string()).describe('`Completed`, or how many failed and why: the first 100.'),
    plan: z.literal(true).optional().describe('Nothing was written: the request asked for a plan.'),
    total: count.describe('Entries in `data`.'),
  });

/** Contract A, by its two addresses. */
export const answerByIdView = answer(z.object({ ...entry, key: z.number(), lookupKey: z.literal('id') }));
export const answerBySourceIdView = answer(z.object({ ...entry, key: z.string(), lookupKey: z.literal('sourceId') }));

export const refusalByIdView = z.object({
  error: z.object({
    code: z.number().int(),
    messages: z.array(z.string()).describe('All problems, each with its place: `#/customers/0: …`'),
    status: z.number().int(),
    type: z.string(),
    moreInfo: z.string(),
  }),
});

const createdAddress = z.object({
  city: text,
  country: text,
  id: z.string(),
  stateOrProvince: text,
  streetLine1: text,
  streetLine2: text,
  type: z.string(),
  zipOrPostalCode: text,
});

const createdCustomer = z.object({
  addresses: z.array(createdAddress),
  balance: z.literal(0),
  billToCustomerId: text,
  ccEmailAddresses: z.array(z.string()),
  createdAt: z.iso.datetime(),
  customerRule: z.object({ dueOption: z.number(), id: z.string() }).nullable(),
  emailAddress: text,
  id: z.uuid().describe("The customer's public uuid."),
  metadata: z.unknown().describe('As it was sent; null where there is none.'),
  name: text,
  overdueBalance: z.literal(0),
  overdueInvoiceCount: z.literal(0),
  sourceSystem: text,
  sourceSystemId: text,
  updatedAt: z.iso.datetime(),
});

/** Contract B. */
export const answerBySourceSystemView = z.object({
  createCustomers: z.object({
    returning: z.array(createdCustomer).describe('In the order of the request; empty for a plan.'),
  }),
  plan: z.object({ create: count }).optional().describe('How many would be created. Only for a plan.'),
});

export const refusalBySourceSystemView = z.object({
  error: z.string(),
  path: z.string().describe('The place of the first problem: `$.inputs[3].emailAddress`'),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).min(1),
});

/** Contract C. */
export const answerScheduledView = z.object({
  status: z.literal(200),
  plan: z
    .object({
      total: count,
      create: count,
      failed: count,
      errors: z.array(
        z.object({
          index: count.describe('Which customer of the request, from 0.'),
          error_code: z.number().int().optional().describe('10142 where the email exists.'),
          error: z.string(),
        }),
      ),
    })
    .optional()
    .describe('What would be done. Only for a plan.'),
});

export const refusalScheduledView = z.object({
  status: z.number().int(),
  error: z.string(),
  error_code: z.number().int().optional().describe('Absent for 401.'),
});
