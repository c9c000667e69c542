/** The import API: customers. */
import { z } from 'zod';
import { limits } from '../limits';

import { customerRuleView, fieldShapes, partShapes } from './customer-fields';
import { count, value } from './parts';
import { phoneForms } from './phone-forms';

/** `id` tells it from the other addresses of the same customer; `number` is the one of its house. */
export const addressView = z.object({
  id: count,
  type: z.string(),
  isDefault: z.boolean(),
  ...partShapes,
  ...phoneForms,
});

export type AddressView = z.infer<typeof addressView>;

/** What a customer has besides the fields that all desks have; known by class and name. */
export const attributeView = z.object({ class: z.string(), name: z.string(), type: z.string(), value: z.string() });

export const customerView = z.object({
  id: z.number().int(),
  uuid: z.string(),
  version: count,
  ...fieldShapes,
  ...phoneForms,
  customerRule: customerRuleView,
  addresses: z.array(addressView),
  attributes: z.array(attributeView),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lastChange: z
    .object({
      kind: z.enum(['import', 'edit']),
      importId: z.number().nullable(),
      name: z.string(),
      row: z.number().nullable(),
      created: z.boolean(),
    })
    .nullable(),
});

export type CustomerView = z.infer<typeof customerView>;

export const changeView = z.object({
  operation: z.number().int(),
  kind: z.enum(['import', 'edit']),
  created: z.boolean(),
  importId: z.number().int().nullable(),
  fileName: z.string().nullable(),
  row: z.number().int().nullable(),
  at: z.iso.datetime(),
  patch: z.record(z.string(), z.tuple([value, value])),
});

export type ChangeView = z.infer<typeof changeView>;

/** The answer of `GET /customers/{id}`, with what changed the customer, newest first. */
export const customerWithChanges = customerView.extend({ changes: z.array(changeView) });

/** The answer of `DELETE /customers/{id}`. */
export const erasureView = z.object({
  customerId: z.number().int(),
  askedAt: z.iso.datetime(),
  /** Null while rows and files that are about the customer are still looked for. */
  finishedAt: z.iso.datetime().nullable(),
});

export type ErasureView = z.infer<typeof erasureView>;

export const customersQuery = z.object({
  q: z.string().max(200).optional(),
  sort: z.enum(['lastChange', 'debtorId', 'name', 'company', 'email']).default('lastChange'),
  order: z.enum(['asc', 'desc']).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const customersAnswer = z.object({ customers: z.array(customerView), nextCursor: z.string().nullable() });

/** `PATCH /customers/{id}`: field → text as typed, null clears; `version` is the one the person saw (409 where it differs). */
export const patchCustomer = z.strictObject({
  version: count,
  values: z.record(z.string().max(100), z.string().max(limits.cellChars).nullable()),
});

/** `PATCH /customers/{id}?plan=1`: field → [old, new]; empty where nothing would change. */
export const editPlan = z.object({ patch: z.record(z.string(), z.tuple([value, value])) });

export type EditPlan = z.infer<typeof editPlan>;

/** `DELETE /customers/{id}?plan=1` */
export const erasurePlan = z.object({ customerId: z.number().int(), would: z.literal('erased') });

export type ErasurePlan = z.infer<typeof erasurePlan>;

/** `POST /customers/{id}/reveal` */
export const revealCustomer = z.strictObject({ field: z.string().max(100) });

export const revealAnswer = z.object({ field: z.string(), value: z.string() });

export type RevealAnswer = z.infer<typeof revealAnswer>;
