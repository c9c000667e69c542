'use client';
import { debounce, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useTransition } from 'react';
import { type AuditAction, auditActions, auditObjects } from '@/lib/auth/audit-actions';

const parsers = {
  action: parseAsStringLiteral(Object.keys(auditActions) as AuditAction[]),
  actor: parseAsString,
  objectKind: parseAsStringLiteral(auditObjects),
  objectId: parseAsString.withDefault(''),
  from: parseAsString,
  to: parseAsString,
};

type Change = { [Name in keyof typeof parsers]?: string | null };

/** The filter of the log in the URL; each change starts again at the newest entry. */
export function useAuditFilter() {
  const [busy, startTransition] = useTransition();
  const [{ cursor: _, ...filter }, setQuery] = useQueryStates(
    { ...parsers, cursor: parseAsString },
    { shallow: false, startTransition },
  );
  const set = (change: Change) =>
    setQuery({ ...(change as object), cursor: null }, { limitUrlUpdates: change.objectId ? debounce(300) : undefined });
  return { filter, set, busy };
}
