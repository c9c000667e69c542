'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { noted } from '@/lib/auth/audit';
import { attributeChange, attributeLimits, attributeShape, changedParts } from '@/lib/customer/attribute';

/** Defines an attribute: from then on customers can have it. */
export const defineAttribute = action('settings:manage', attributeShape, async (definition, who) => {
  const { store } = await desk();
  const object = { kind: 'attribute', id: definition.name } as const;
  const details = { type: definition.type, class: definition.class };
  const by = noted(store, who, await headers(), 'attribute_defined', object, details);
  if (await by.addAttribute(definition)) return 'defined';
  return (await store.listAttributes()).length >= attributeLimits.definitions ? 'too_many' : 'taken';
});

/** Changes what people read of an attribute, and the options of a list. What customers have stays as it is. */
export const changeAttribute = action('settings:manage', attributeChange, async (change, who) => {
  const { store } = await desk();
  const before = (await store.listAttributes()).find(({ name }) => name === change.name);
  if (!before) return 'gone';
  const after = attributeShape.parse({ ...before, ...change });
  const changed = changedParts(before, after);
  if (changed.length === 0) return 'changed';
  const object = { kind: 'attribute', id: before.name } as const;
  const by = noted(store, who, await headers(), 'attribute_changed', object, { changed });
  return (await by.changeAttribute(attributeChange.parse({ ...change, options: after.options }))) ? 'changed' : 'gone';
});

/** Removes the definition of an attribute. What customers have of it stays. */
export const removeAttribute = action(
  'settings:manage',
  z.strictObject({ name: z.string().max(attributeLimits.name) }),
  async ({ name }, who) => {
    const { store } = await desk();
    const object = { kind: 'attribute', id: name } as const;
    return noted(store, who, await headers(), 'attribute_removed', object).removeAttribute(name);
  },
);
