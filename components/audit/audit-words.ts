import type { AuditView } from '@/lib/contracts/audit-api';

const objects: Record<string, string> = {
  person: 'Person',
  invitation: 'Invitation',
  key: 'API key',
  import: 'Import',
  customer: 'Customer',
  attribute: 'Attribute',
  settings: 'Settings',
};
export const objectWords = (kind: string): string => objects[kind] ?? kind;

/** The details of an entry in one line: `viewer to editor`, `scopes: imports:read`. */
export function detailWords({ action, details }: Pick<AuditView, 'action' | 'details'>): string {
  if (action === 'role_changed') return `${details.from} to ${details.to}`;
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : value}`)
    .join(' · ');
}
