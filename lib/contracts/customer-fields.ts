/** The fields of a customer as the API gives them: lists and JSON as such, everything else as it is stored. */
import { z } from 'zod';
import {
  addressColumns,
  customerFields,
  type FieldKind,
  type LooseName,
  type PartName,
  type PlainSpec,
  type Value,
} from '../customer/fields';
import { parseStored } from '../customer/json';

/** The one field that stands in an object of its own. */
const dueOption = 'customerRule.dueOption';

type Given<Kind> = Kind extends 'emails'
  ? string[]
  : Kind extends 'json'
    ? unknown
    : Kind extends 'integer' | 'whole'
      ? number | null
      : string | null;

type OwnName = Exclude<PlainSpec[0], LooseName | typeof dueOption | 'id'>;
type GivenFields = { [Spec in PlainSpec as Spec[0] & OwnName]: Given<Spec[2]> };
type GivenShape = { [Name in keyof GivenFields]: z.ZodType<GivenFields[Name]> };

const own = customerFields.filter(({ name }) => name !== 'id' && name !== dueOption);

/** The schema of each field, by name; `id` and those with a place of their own are not among them. */
export const fieldShapes = Object.fromEntries(
  own.map(({ name, kind }) => [name, shapeOf(kind)]),
) as unknown as GivenShape;

function shapeOf(kind: FieldKind): z.ZodType {
  if (kind === 'emails') return z.array(z.string());
  if (kind === 'json') return z.unknown();
  return kind === 'integer' || kind === 'whole' ? z.number().int().nullable() : z.string().nullable();
}

export const customerRuleView = z.object({ dueOption: z.number().int().nullable() });

/** The parts of an address, by name. */
export const partShapes = Object.fromEntries(
  addressColumns.map(({ name }) => [name, z.string().nullable()]),
) as unknown as Record<PartName, z.ZodType<string | null>>;

/** Stored values of a customer, by field, as they are given. */
export const givenFields = (values: Record<string, Value>) => ({
  ...(Object.fromEntries(own.map(({ name, kind }) => [name, given(kind, values[name] ?? null)])) as GivenFields),
  customerRule: { dueOption: (values[dueOption] ?? null) as number | null },
});

function given(kind: FieldKind, value: Value): unknown {
  if (kind === 'emails') return parseStored(value) ?? [];
  return kind === 'json' ? (parseStored(value) ?? null) : value;
}

export const givenParts = (values: Record<string, Value>) =>
  Object.fromEntries(addressColumns.map(({ name }) => [name, values[name] ?? null])) as Record<PartName, string | null>;

/** A field by its name, of those that `givenFields` gives. */
export const fieldOf = (customer: { customerRule: { dueOption: number | null } }, name: string): unknown =>
  name === dueOption ? customer.customerRule.dueOption : (customer as Record<string, unknown>)[name];
