import type { IconName } from './icon-paths';

/** Where the navigation leads; `count` names the number beside it. */
export const destinations = [
  { href: '/imports', label: 'Imports', icon: 'tray', count: 'imports' },
  { href: '/customers', label: 'Customers', icon: 'people', count: 'customers' },
] as const satisfies readonly { href: string; label: string; icon: IconName; count: string }[];

export const isAt = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);
