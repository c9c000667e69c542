'use client';
import { useState } from 'react';
import type { ImportView } from '@/lib/contracts/import-api';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { mappingProblems } from '@/lib/map/validate';
import type { ColumnMapping, Mapping } from '@/lib/mapping';
import { dateColumns, dateQuestion, isOrderOpen } from './date-question';
import { usableKeys } from './match-keys';

export interface MappingDraft {
  mapping: Mapping;
  /** Why it cannot be used yet, as sentences; empty where it can. */
  problems: string[];
  /** Columns that stand in the table: those with a field, and those a person has touched. */
  listed: Set<number>;
  /** The order of dates is asked for, because the file does not prove it. */
  asksDateOrder: boolean;
  /** The question about it while it is open: the dates can be read both ways and no order is chosen. */
  dateQuestion: string | null;
  asksSourceSystem: boolean;
  chooseField: (index: number, field: string | null) => void;
  list: (index: number) => void;
  change: (change: Partial<Omit<Mapping, 'columns'>>) => void;
}

/** The mapping as it is being made in the page; it is sent when it is checked. */
export function useMappingDraft(view: ImportView, attributes: readonly AttributeDefinition[]): MappingDraft {
  const [mapping, setMapping] = useState<Mapping>(() => ({
    columns: view.columns.map(({ index, field, reason, confidence }) => ({ index, field, reason, confidence })),
    ...view.options,
    attributes: [...attributes],
  }));
  const [listed, setListed] = useState(
    () => new Set(view.columns.filter((column) => column.field).map(({ index }) => index)),
  );
  const feeds = (name: string) => mapping.columns.some(({ field }) => field === name);
  const dated = dateColumns(mapping, view.columns);
  const asksDateOrder = view.options.dateOrder === null && isOrderOpen(dated);

  const list = (index: number) => setListed((now) => new Set(now).add(index));
  const chooseField = (index: number, field: string | null) => {
    const columns: ColumnMapping[] = mapping.columns.map((column) =>
      column.index === index ? { index, field, reason: field === null ? undefined : 'person' } : column,
    );
    setMapping({ ...mapping, columns, matchKey: mapping.matchKey ?? usableKeys(columns)[0] ?? null });
    list(index);
  };
  const sealed = view.columns.filter((column) => column.protected).map(({ index }) => index);
  return {
    mapping,
    problems: mappingProblems(mapping, view.columns.length, [], sealed),
    listed,
    asksDateOrder,
    dateQuestion: asksDateOrder && mapping.dateOrder === null ? dateQuestion(dated) : null,
    asksSourceSystem: feeds('sourceSystemId') && !feeds('sourceSystem'),
    chooseField,
    list,
    change: (change) => setMapping((now) => ({ ...now, ...change })),
  };
}
