/** Parameters with their type: in a select list PostgreSQL cannot tell it from the column that they go to. */
import { type SQL, sql } from 'drizzle-orm';

export const int = (value: number | null): SQL => sql`cast(${value} as bigint)`;
export const text = (value: string | null): SQL => sql`cast(${value} as text)`;
export const json = (value: unknown): SQL => text(JSON.stringify(value));
