/** What customers can have besides the fields that all desks have, as an administrator defines it. */
import { z } from 'zod';
import { cleanText, oneLine } from './clean-text';
import { namesSensitive } from './sensitive-names';

export const attributeTypes = ['text', 'number', 'whole', 'date', 'boolean', 'list'] as const;
/** `number` has decimals, `whole` has none; `list` is one of its options. */
export type AttributeType = (typeof attributeTypes)[number];

/** `attribute.NAME` is the field. `class` and `name` together are what the bulk API knows it by. */
export interface AttributeDefinition {
  name: string;
  /** What people read; the name where it is null. */
  label: string | null;
  class: string;
  type: AttributeType;
  /** The values that are allowed, of a list; empty otherwise. */
  options: string[];
  description: string | null;
}

/** Definitions, options of a list, and characters at the most. */
export const attributeLimits = { definitions: 200, options: 500, name: 64, label: 100, option: 200, description: 500 };
const { options: mostOptions, name, label, option, description } = attributeLimits;

const atMost = (what: string, most: number) => `${what} has ${most} characters at most.`;
/** As cells are: an option with characters that nobody sees would fit none. */
const clean = (text: string): string => cleanText(text).text;
const read = (what: string, most: number, as: (text: string) => string) =>
  z
    .string()
    .transform(as)
    .pipe(z.string().max(most, atMost(what, most)));
const orNull = (text: string) => text || null;

const parts = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(name, atMost('A name', name))
    .regex(/^[\w-]*$/, 'Use letters from A to Z, digits, _ and - only, like LOYALTY_TIER.'),
  label: read('A label', label, oneLine).transform(orNull).nullable(),
  class: read('A class', name, clean),
  type: z.enum(attributeTypes),
  /** Blank ones are left out. */
  options: z
    .array(read('An option', option, clean))
    .max(mostOptions * 2, `A list has ${mostOptions} options at most.`)
    .transform((options) => options.filter(Boolean))
    .refine((options) => new Set(options).size === options.length, 'Each option stands there once.')
    .refine((options) => options.length <= mostOptions, `A list has ${mostOptions} options at most.`),
  description: read('A description', description, clean).transform(orNull).nullable(),
});

const sensitive =
  'An attribute is no place for such numbers. There is the field Social security number, which is kept sealed.';
const isFit = (text: string | null) => !namesSensitive(text ?? '');

/** A definition as somebody enters it: trimmed, with options where it is a list and none otherwise. */
export const attributeShape = parts
  .refine(({ name: own, class: its }) => isFit(own) && isFit(`${its} ${own}`), { path: ['name'], message: sensitive })
  .refine(({ label: its }) => isFit(its), { path: ['label'], message: sensitive })
  .refine(({ class: its }) => isFit(its), { path: ['class'], message: sensitive })
  .refine(({ type, options }) => type !== 'list' || options.length > 0, {
    path: ['options'],
    message: 'Enter the options, each on a line of its own.',
  })
  .transform(
    (definition): AttributeDefinition => (definition.type === 'list' ? definition : { ...definition, options: [] }),
  );

/** What can be changed of a definition: name, class and type are what stored values and mappings rely on. */
export const attributeChange = parts.pick({ name: true, label: true, options: true, description: true });
export type AttributeChange = z.infer<typeof attributeChange>;

/** Which parts of a definition are other ones after a change. */
export const changedParts = (before: AttributeDefinition, after: AttributeDefinition): string[] =>
  (['label', 'options', 'description'] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
