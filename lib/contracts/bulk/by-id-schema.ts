/** Contract A: `POST /customers/bulk/id` and `POST /customers/bulk/sourceId`. */
import { z } from 'zod';
import { limits } from '../../limits';
import { given, isGiven, listOf, missing, number, text, together, wrong } from './parts';

const yesOrNo = z.enum(['Y', 'N']).nullable().optional();

/** Found by its code where it has one, else by type and default. */
export const addressById = z.strictObject({
  city: text,
  code: text,
  company: text,
  country: text,
  email: text,
  firstName: text,
  icp: yesOrNo,
  isDefault: yesOrNo,
  lastName: text,
  middleName: text,
  mobile: text,
  notes: text,
  number: text,
  numberExtension: text,
  phone: text,
  postalCode: text,
  region: text,
  street: text,
  /** `ADDRESS_BOOK` where it is absent or null, but where the address is found by its code. */
  type: z.enum(['delivery', 'invoice']).nullable().optional(),
  url: text,
});

/** Without a value it is deleted. Without a class it has an empty one. */
export const attributeById = z.strictObject({
  class: text,
  name: z.string(),
  type: text,
  value: z.union([z.string(), z.number(), z.boolean()]).nullable().optional(),
});

/** Either `id`, or the pair. */
export const parentById = together(
  z.strictObject({ id: number, sourceId: text, source: text }),
  (parent) => {
    const [hasId, hasPair] = [isGiven(parent.id), isGiven(parent.sourceId) || isGiven(parent.source)];
    if (hasId && hasPair) return [wrong('either [id], or [sourceId] and [source]')];
    if (!hasId && !hasPair) return [missing('id')];
    if (hasId) return [];
    return ['sourceId', 'source'].filter((key) => !isGiven(parent[key])).map(missing);
  },
  {
    anyOf: [given({ id: 'number' }, ['sourceId', 'source']), given({ sourceId: 'string', source: 'string' }, ['id'])],
  },
);

const keys = {
  debtorId: number,
  firstName: text,
  middleName: text,
  lastName: text,
  abbreviation: text,
  title: text,
  dateOfBirth: text,
  gender: text,
  ssn: text,
  phone: text,
  mobile: text,
  email: text,
  company: text,
  parent: parentById.nullable().optional(),
  language: text,
  primaryLanguage: text,
  attributes: listOf(attributeById).nullable().optional(),
  addresses: listOf(addressById).nullable().optional(),
};

export const customerById = together(
  z.strictObject({ id: z.number(), ...keys, sourceId: text, source: text }),
  ({ sourceId, source }) => (isGiven(sourceId) && !isGiven(source) ? [missing('source')] : []),
  { anyOf: [given({}, ['sourceId']), given({ source: 'string' })] },
);
export type CustomerById = z.output<typeof customerById>;

export const customerBySourceId = z.strictObject({ id: number, ...keys, sourceId: z.string(), source: z.string() });
export type CustomerBySourceId = z.output<typeof customerBySourceId>;

const many = <Schema extends z.ZodType>(customer: Schema) =>
  z.strictObject({ customers: z.array(customer).min(1).max(limits.bulkCustomers) });

export const requestById = many(customerById);
export const requestBySourceId = many(customerBySourceId);
