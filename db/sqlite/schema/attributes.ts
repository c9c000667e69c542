import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** What customers can have besides the fields that all desks have. What a customer has of it stands elsewhere. */
export const attributeDefinitions = sqliteTable(
  'attribute_definitions',
  {
    name: text('name').primaryKey(),
    /** In lower case: two names that differ in nothing else would be one header in a spreadsheet. */
    nameKey: text('name_key').notNull(),
    label: text('label'),
    class: text('class').notNull(),
    type: text('type').notNull(),
    /** A JSON list. */
    options: text('options').notNull(),
    description: text('description'),
  },
  (t) => [uniqueIndex('attribute_definitions_name').on(t.nameKey)],
);
