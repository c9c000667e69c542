import type { AuditEntry, AuditStore } from '../auth/account-store';
import { csvLine } from '../report/csv-line';
import { type AuditFilter, type AuditView, actionWords } from './audit-api';

type Reader = Pick<AuditStore, 'readAudit'>;

/** Entries, newest first. `cursor` is the id behind which the list goes on. */
export async function listAudit(
  store: Reader,
  { cursor, limit, ...filter }: AuditFilter,
): Promise<{ entries: AuditView[]; nextCursor: string | null }> {
  const found = await store.readAudit({ ...filter, before: cursor, limit: limit + 1 });
  const shown = found.slice(0, limit);
  return { entries: shown.map(view), nextCursor: found.length > limit ? String(shown.at(-1)!.id) : null };
}

/** Entries read at once. */
const part = 500;
const heads = ['Time (UTC)', 'Who', 'Kind', 'Who (ID)', 'What', 'Action', 'Object', 'Object ID', 'Details', 'Address'];

/** Everything that fits the filter as CSV, in parts, newest first. UTF-8 with a byte order mark, made harmless for spreadsheets. */
export async function* auditCsv(store: Reader, { limit: _, cursor, ...filter }: AuditFilter): AsyncGenerator<string> {
  yield `\ufeff${csvLine(heads, ',')}`;
  for (let before = cursor; ; ) {
    const entries = await store.readAudit({ ...filter, before, limit: part });
    if (entries.length === 0) return;
    yield entries.map((entry) => csvLine(cellsOf(entry), ',')).join('');
    before = entries.at(-1)!.id;
  }
}

const cellsOf = ({ at, actorName, actorKind, actorId, action, objectKind, objectId, details, address }: AuditEntry) => [
  new Date(at).toISOString(),
  actorName,
  actorKind,
  actorId ?? '',
  actionWords(action),
  action,
  objectKind ?? '',
  objectId ?? '',
  Object.keys(details).length === 0 ? '' : JSON.stringify(details),
  address ?? '',
];

const view = ({
  id,
  at,
  actorKind,
  actorId,
  actorName,
  action,
  objectKind,
  objectId,
  details,
  address,
}: AuditEntry) => ({
  id,
  at: new Date(at).toISOString(),
  actor: { kind: actorKind, id: actorId, name: actorName },
  action,
  object: objectKind === null ? null : { kind: objectKind, id: objectId },
  details,
  address,
});
