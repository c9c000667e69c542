import type { Role } from '@/lib/auth/permissions';

/** Roles as they stand on the screen, and what they are for. */
export const roleWords: Record<Role, string> = {
  viewer: 'Viewer',
  editor: 'Editor',
  administrator: 'Administrator',
};

export const roleSentences: Record<Role, string> = {
  viewer: 'Looks at imports, customers and reports, and changes nothing.',
  editor: 'Uploads, maps, edits and submits imports, and edits customers.',
  administrator: 'Does everything, also manages people, API keys and settings, and reads the audit log.',
};
