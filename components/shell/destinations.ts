import type { Permission } from '@/lib/auth/permissions';
import type { IconName } from './icon-paths';

/** Where the navigation leads; `count` names the number beside it. */
export const destinations = [
  { href: '/imports', label: 'Imports', icon: 'tray', count: 'imports' },
  { href: '/customers', label: 'Customers', icon: 'people', count: 'customers' },
] as const satisfies readonly { href: string; label: string; icon: IconName; count: string }[];

/** The pages of the group Settings, each for those who may. */
export const settingsPages: readonly { href: string; label: string; icon: IconName; needed: Permission }[] = [
  { href: '/settings/people', label: 'People', icon: 'person', needed: 'people:manage' },
  { href: '/settings/keys', label: 'API keys', icon: 'key', needed: 'keys:manage' },
  { href: '/settings/attributes', label: 'Attributes', icon: 'tag', needed: 'settings:manage' },
  { href: '/settings/retention', label: 'Retention', icon: 'clock', needed: 'settings:manage' },
  { href: '/settings/audit', label: 'Audit log', icon: 'log', needed: 'audit:read' },
];

export const isAt = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);
