import type { z } from 'zod';
import type { Permission, Scope } from '../../auth/permissions';
import type { Dialect } from '../bulk/dialects';
import type { ProblemCode } from '../problems';
import type { HeaderName, RequestHeader } from './headers';
import type { AnswerName, BodyName } from './schemas';

export const tags = {
  'Bulk customers': 'Many customers in one request, by three contracts. Each request is an import, with a report.',
  Imports: 'Files on their way into the customers.',
  Rows: 'The rows of an import: looked at, filtered, edited.',
  Customers: 'Customers, and what changed them.',
  Attributes: 'What customers have besides the fields that all desks have.',
  Notifications: 'What scheduled imports came to.',
  Account: 'Who is signed in. For people: no key opens it.',
  Audit: 'Who did what. For people: no key opens it.',
  Desk: 'The desk itself: how it is, and this document. For everybody.',
} as const;

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Answer {
  description: string;
  json?: AnswerName;
  /** The types of what is no JSON. */
  types?: readonly ('text/csv' | 'text/event-stream' | typeof xlsx)[];
  headers?: readonly HeaderName[];
}

/** One call of the API. What all of them can answer is added by the document (`answers.ts`). */
export interface Operation {
  id: string;
  method: Method;
  /** As Next has it in folders, with `{importId}` for `[importId]`. */
  path: string;
  tag: keyof typeof tags;
  summary: string;
  description?: string;
  /** The one that the route names; null where nobody has to be signed in. */
  permission: Permission | null;
  /** Scopes that a key needs besides that of the permission. */
  alsoNeeds?: readonly Scope[];
  /** No rate counts it. */
  uncounted?: true;
  /** It says what it would do, where that is asked. */
  plans?: true;
  /** With an `Idempotency-Key` it is done once, and its answer is kept. */
  once?: true;
  query?: z.ZodObject;
  /** What the parameters mean, by name. */
  about?: Readonly<Record<string, string>>;
  headers?: readonly RequestHeader[];
  body?: { json: BodyName; example: unknown } | { bytes: string };
  answers: Readonly<Record<number, Answer>>;
  /** Problem documents besides those that follow from the rest. */
  refusals?: Readonly<Record<number, readonly ProblemCode[]>>;
  /** Whose words refusals are in, where they are no problem documents. */
  dialect?: Dialect;
}
