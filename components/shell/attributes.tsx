'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { labelOf } from '@/lib/customer/attribute-field';

const Context = createContext<readonly AttributeDefinition[]>([]);

/** Tells all parts of a page which attributes there are: those by which its import is checked, or all that are defined. */
export const AttributesProvider = ({
  attributes,
  children,
}: {
  attributes: readonly AttributeDefinition[];
  children: ReactNode;
}) => <Context value={attributes}>{children}</Context>;

export const useAttributes = (): readonly AttributeDefinition[] => useContext(Context);

/** What people read of a field, attributes by their labels. */
export function useLabels(): (field: string) => string {
  const attributes = useAttributes();
  return (field) => labelOf(field, attributes);
}
