'use client';
import { useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { DateOrder } from '@/lib/mapping';
import type { GridColumn } from './column-plan';
import { Emitter } from './emitter';
import type { QuickCheck } from './optimistic-row';

type Rules = (column: GridColumn) => z.ZodType<string | null>;

/**
 * The rules of the fields, loaded once the grid is there: they bring the lists of countries and phone numbers along,
 * and nobody waits for those to see rows.
 */
let rules: Rules | undefined;
const loaded = new Emitter();

export async function loadRules(dateOrder: DateOrder | null): Promise<QuickCheck> {
  const { fieldSchema } = await import('@/lib/customer/schema');
  const made = new Map<string, z.ZodType<string | null>>();
  rules = (column) => {
    const schema = made.get(column.field.name) ?? fieldSchema(column.field, { dateOrder });
    made.set(column.field.name, schema);
    return schema;
  };
  loaded.emit();
  return (column, text) => rules?.(column).safeParse(text).error?.issues[0]?.message;
}

export const useRules = (): Rules | undefined =>
  useSyncExternalStore(
    loaded.subscribe,
    () => rules,
    () => undefined,
  );
