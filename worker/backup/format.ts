/** What is in a backup: a tar file with these entries, in this order. See docs/decisions/backups.md. */
import { z } from 'zod';
import { jobKinds } from '../../lib/job-store';

/** The first entry: what the backup is of. */
export const headName = 'import-desk.json';
/** On SQLite: the database file. */
export const sqliteName = 'database.sqlite';
/** The last entry but one: all others with their checksums, and what is in the database. */
export const contentsName = 'contents.json';
/** The last entry: the contents signed with a key made from the secret key, as hexadecimal digits. */
export const sealName = 'seal';

export const partName = (table: string, part: number): string => `tables/${table}/${String(part).padStart(6, '0')}`;
export const uploadName = (fileKey: string): string => `uploads/${fileKey}`;

/** The table of a part, on PostgreSQL; undefined for other entries. */
export const tableOf = (name: string): string | undefined => /^tables\/([a-z_]+)\/\d{6,}$/.exec(name)?.[1];
/** The key of an uploaded file; undefined for other entries. */
export const fileKeyOf = (name: string): string | undefined => /^uploads\/([\w-]{1,100})$/.exec(name)?.[1];

export const headShape = z.object({
  format: z.literal(1),
  /** Of Import Desk. */
  version: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  /** ISO 8601. */
  createdAt: z.string(),
  migrations: z.array(z.string()),
  /** By which a secret key is known again; it tells nothing of the key. */
  keyId: z.string(),
});
export type Head = z.infer<typeof headShape>;

const count = z.int().min(0);
export const entryShape = z.object({ name: z.string(), size: count, sha256: z.string() });
export type Entry = z.infer<typeof entryShape>;

export const contentsShape = z.object({
  entries: z.array(entryShape),
  /** Rows by table. */
  tables: z.record(z.string(), count),
  /** On PostgreSQL: the last number that each serial column gave out. */
  serials: z.record(z.string(), count).default({}),
  /** On PostgreSQL: jobs that were open. */
  jobs: z
    .array(
      z.object({
        kind: z.enum(jobKinds),
        importId: count,
        fromRow: count,
      }),
    )
    .default([]),
  /** Files of imports that were gone already. */
  missingFiles: count,
});
export type Contents = z.infer<typeof contentsShape>;
