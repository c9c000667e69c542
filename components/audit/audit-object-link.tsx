'use client';
import { Anchor } from '@mantine/core';
import type { AuditView } from '@/lib/contracts/audit-api';
import { PageLink } from '../shell/page-link';
import { objectWords } from './audit-words';

/** What an entry is about, with a link where there is a page of it. */
export function AuditObjectLink({
  object: { kind, id },
  names,
}: {
  object: NonNullable<AuditView['object']>;
  names: Record<string, string>;
}) {
  const words =
    id === null
      ? objectWords(kind)
      : (names[id] ?? `${objectWords(kind)} ${kind === 'attribute' ? id : shortened(id)}`);
  const href = hrefOf(kind, id, names);
  if (!href) return <span title={id ?? undefined}>{words}</span>;
  return (
    <Anchor component={PageLink} href={href} fz="sm" title={id ?? undefined}>
      {words}
    </Anchor>
  );
}

function hrefOf(kind: string, id: string | null, names: Record<string, string>): string | null {
  if (kind === 'import' && id) return `/imports/${id}`;
  if (kind === 'customer' && id) return `/customers/${id}`;
  if (kind === 'person' && id && names[id]) return '/settings/people';
  if (kind === 'key' && id && names[id]) return '/settings/keys';
  if (kind === 'attribute') return '/settings/attributes';
  return null;
}

/** Numbers are told whole; of a long id its beginning tells it from others. */
const shortened = (id: string): string => (/^\d+$/.test(id) ? id : id.slice(0, 8));
