/** The audit log over HTTP. */
import { z } from 'zod';
import { actorKinds } from '../auth/account-store';
import { type AuditAction, auditActions, auditObjects } from '../auth/audit-actions';

const day = 86_400_000;

/** A day is a day in UTC: as `from` its beginning, as `to` its end. */
const from = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).transform((text) => Date.parse(text));
const to = z.union([
  z.iso.date().transform((text) => Date.parse(text) + day),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

/** PostgreSQL takes no NUL, and in the log there is none. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((given) => !given.includes('\0'), 'There is no NUL in what is looked for.');

export const auditQuery = z.object({
  action: z.enum(Object.keys(auditActions) as [AuditAction, ...AuditAction[]]).optional(),
  /** The name of a person, or of a key as the log has it: `API key erp`. */
  actor: text(200).optional(),
  objectKind: z.enum(auditObjects).optional(),
  objectId: text(100).optional(),
  from: from.optional(),
  to: to.optional(),
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type AuditFilter = z.infer<typeof auditQuery>;

/** The log page by page, or all that fits as a file. */
export const auditLogQuery = auditQuery.extend({ format: z.enum(['json', 'csv']).default('json') });

const detail = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const auditView = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.enum(actorKinds), id: z.string().nullable(), name: z.string() }),
  action: z.string(),
  object: z.object({ kind: z.string(), id: z.string().nullable() }).nullable(),
  details: z.record(z.string(), detail),
  /** The address the request came from. */
  address: z.string().nullable(),
});
export type AuditView = z.infer<typeof auditView>;

export const auditAnswer = z.object({ entries: z.array(auditView), nextCursor: z.string().nullable() });

/** What an action is called: `role_changed` → `Changed a role`. */
export const actionWords = (action: string): string =>
  (auditActions as Record<string, string | undefined>)[action] ?? action;
