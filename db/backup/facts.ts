import { readMigrationFiles } from 'drizzle-orm/migrator';
import { BackupRefused } from './refused';

/** What a backup says of the database in it. */
export interface DatabaseFacts {
  /** The hashes of the migrations that were done, in order. */
  migrations: string[];
  /** Rows by table. */
  tables: Record<string, number>;
}

/** The hashes of the migrations of this version, in order. @param folder the folder with the migrations of an engine */
export const migrationsOf = (folder: string): string[] =>
  readMigrationFiles({ migrationsFolder: folder }).map(({ hash }) => hash);

/**
 * Whether the schema of a backup is one that this version can take up.
 * @param older whether a schema of an earlier version will do, which is then brought up to date
 * @throws BackupRefused
 */
export function expectMigrations(found: string[], ours: string[], older: boolean): void {
  const isKnown = found.length <= ours.length && found.every((hash, at) => hash === ours[at]);
  if (isKnown && found.length > 0 && (older || found.length === ours.length)) return;
  throw new BackupRefused(
    isKnown
      ? 'The backup was made by an earlier version, with another schema. Restore it with that version, and bring it up to date then.'
      : 'The backup was made by another version, whose schema this one does not know. Restore it with the version that made it, or a later one.',
  );
}

/** @throws BackupRefused where a table has not the rows that the backup says */
export function expectRows(said: Record<string, number>, found: Record<string, number>): void {
  const names = new Set([...Object.keys(said), ...Object.keys(found)]);
  const other = [...names].find((name) => said[name] !== found[name]);
  if (other === undefined) return;
  throw new BackupRefused(
    `The backup is damaged: table ${other} has ${found[other] ?? 'no'} rows, not ${said[other] ?? 'any'}.`,
  );
}
