import type { Scope } from '@/lib/auth/permissions';

/** Scopes in plain words. */
export const scopeWords: Record<Scope, { label: string; sentence: string }> = {
  'imports:read': { label: 'See imports', sentence: 'Lists imports with their rows, issues and reports.' },
  'imports:write': { label: 'Make imports', sentence: 'Uploads, maps, edits and submits imports, and sees them.' },
  'customers:read': { label: 'See customers', sentence: 'Lists customers and reads each with its history.' },
  'customers:write': { label: 'Change customers', sentence: 'Changes customers that are there.' },
  customers_create: { label: 'Create customers', sentence: 'Adds customers by bulk requests.' },
};
