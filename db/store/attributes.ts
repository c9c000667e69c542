import { asc, eq, sql } from 'drizzle-orm';
import { type AttributeDefinition, attributeLimits } from '../../lib/customer/attribute';
import type { AttributeStore } from '../../lib/customer/attribute-store';
import { type Engine, UniqueTaken } from '../engine';
import { text } from './casts';

export function attributeStore(engine: Engine): AttributeStore {
  const { attributeDefinitions: definitions } = engine.tables;
  return {
    async listAttributes() {
      const rows = await engine.db.select().from(definitions).orderBy(asc(definitions.nameKey));
      return rows.map(record);
    },

    async addAttribute(definition) {
      const { name, label, class: ofClass, type, options, description } = definition;
      const values = [name, name.toLowerCase(), label, ofClass, type, JSON.stringify(options), description].map(text);
      const insert = sql`insert into attribute_definitions (name, name_key, label, class, type, options, description)
        select ${sql.join(values, sql`, `)}
        where (select count(*) from attribute_definitions) < ${attributeLimits.definitions}`;
      try {
        return (await engine.writeAll([{ statement: insert, expect: 1 }])) !== null;
      } catch (error) {
        if (error instanceof UniqueTaken) return false;
        throw error;
      }
    },

    async changeAttribute({ name, options, ...change }) {
      const update = engine.db
        .update(definitions)
        .set({ ...change, options: JSON.stringify(options) })
        .where(eq(definitions.name, name));
      return (await engine.writeAll([{ statement: update, expect: 1 }])) !== null;
    },

    async removeAttribute(name) {
      const remove = engine.db.delete(definitions).where(eq(definitions.name, name));
      return (await engine.writeAll([{ statement: remove, expect: 1 }])) !== null;
    },
  };
}

const record = ({ nameKey: _, ...row }: Engine['tables']['attributeDefinitions']['$inferSelect']) =>
  ({ ...row, options: JSON.parse(row.options) }) as AttributeDefinition;
