import { eq, type SQL, sql } from 'drizzle-orm';
import { addressColumns, customerFields, type Value } from '../../lib/customer/fields';
import type {
  Change,
  CustomerQuery,
  CustomerRecord,
  KeyLookup,
  LiveAddress,
  LiveCustomer,
} from '../../lib/customer-records';
import type { CustomerStore } from '../../lib/store';
import type { Engine } from '../engine';
import { pattern } from './like';

export const customerStore = (engine: Engine): CustomerStore => ({
  async hasCustomers() {
    const [row] = (await engine.rows(
      sql`select case when exists (select 1 from customers) then 1 else 0 end`,
    )) as number[][];
    return row![0] === 1;
  },

  findCustomers: (lookups) => findCustomers(engine, lookups),

  // The index begins with the system: so the systems one after the other, each with one look into the index. They are few.
  async findBySourceId(sourceSystemId) {
    const rows = await engine.rows(sql`
      with recursive systems (name) as (
        select min(source_system) from customers
        union all
        select (select min(c.source_system) from customers c where c.source_system > systems.name)
          from systems where systems.name is not null)
      select c.id from systems join customers c
        on c.source_system = systems.name and c.source_system_id = ${sourceSystemId}
      limit 2`);
    return rows.map(([id]) => id as number);
  },

  async readCustomer(idOrUuid) {
    const where = typeof idOrUuid === 'number' ? sql`c.id = ${idOrUuid}` : sql`c.uuid = ${idOrUuid}`;
    return (await records(engine, where, sql`limit 1`))[0] ?? null;
  },

  listCustomers: (query) => listCustomers(engine, query),

  async countCustomers() {
    const [row] = (await engine.scan(sql`select count(*) from customers`)) as number[][];
    return row![0]!;
  },

  async readChanges(customerId, limit) {
    const { customerChanges, imports, operations } = engine.tables;
    const rows = await engine.db
      .select()
      .from(customerChanges)
      .innerJoin(operations, eq(operations.id, customerChanges.operationId))
      .leftJoin(imports, eq(imports.id, operations.importId))
      .where(eq(customerChanges.customerId, customerId))
      .orderBy(sql`${customerChanges.operationId} desc`)
      .limit(limit);
    return rows.map(
      ({ customer_changes: change, operations: operation, imports: from }): Change => ({
        operation: operation.id,
        kind: operation.kind === 'edit' ? 'edit' : 'import',
        created: change.before === null,
        importId: operation.importId,
        fileName: from?.fileName ?? null,
        row: operation.importId === null ? null : change.row,
        at: change.at,
        patch: change.patch === null ? {} : JSON.parse(change.patch),
      }),
    );
  },
});

const name = (column: string) => sql`c.${sql.identifier(column)}`;
const stored = customerFields.filter((field) => field.name !== 'id');
const head = sql.join([sql`c.id, c.uuid, c.version`, ...stored.map((field) => name(field.column))], sql`, `);
const headCount = 3 + stored.length;

async function findCustomers(engine: Engine, lookups: KeyLookup[]): Promise<LiveCustomer[]> {
  const used = lookups.filter((lookup) => lookup.keys.length > 0);
  if (used.length === 0) return [];
  // Their ids first, and by themselves: most customers are found by several keys, rows of thirty columns are slow to tell
  // apart, and in one query PostgreSQL reads the whole table for a join where it does not know yet how large that is.
  const parts = used.map((lookup) => sql`select c.id from customers c where ${matches(engine, lookup)}`);
  const ids = (await engine.rows(sql.join(parts, sql` union `))).flat() as number[];
  if (ids.length === 0) return [];
  const rows = await engine.rows(sql`select ${head} from customers c where c.id ${engine.dialect.numbers(ids)}`);
  return withTables(engine, rows.map(live));
}

function matches(engine: Engine, { kind, keys }: KeyLookup): SQL {
  const { elements, pick } = engine.dialect;
  switch (kind) {
    case 'id':
      return sql`c.id ${engine.dialect.numbers(keys.map(Number))}`;
    case 'debtorId':
      return sql`c.debtor_id ${engine.dialect.numbers(keys.map(Number))}`;
    case 'email':
      return sql`c.email_key ${engine.dialect.texts(keys)}`;
    case 'source':
      return sql`(c.source_system, c.source_system_id) in
        (select ${pick(sql`k.value`, [0], 'text')}, ${pick(sql`k.value`, [1], 'text')} from ${elements(sql`${`[${keys.join(',')}]`}`)} k)`;
  }
}

const live = (row: unknown[]): LiveCustomer => ({
  id: row[0] as number,
  uuid: row[1] as string,
  version: row[2] as number,
  values: Object.fromEntries(stored.map((field, at) => [field.name, row[3 + at] as Value])),
  addresses: [],
  attributes: [],
});

/** Adds the addresses, lowest number first, and the attributes, by class and name. */
async function withTables<T extends LiveCustomer>(engine: Engine, list: T[]): Promise<T[]> {
  if (list.length === 0) return list;
  const byId = new Map(list.map((customer) => [customer.id, customer]));
  const columns = sql.join(
    addressColumns.map((field) => sql.identifier(field.column)),
    sql`, `,
  );
  const rows = (await engine.rows(sql`select customer_id, address_number, type, is_default, ${columns}
    from customer_addresses where customer_id ${engine.dialect.numbers([...byId.keys()])} order by customer_id, address_number`)) as unknown[][];
  for (const [customerId, number, type, isDefault, ...values] of rows) {
    byId.get(customerId as number)!.addresses.push({
      number: number as number,
      type: type as string,
      isDefault: isDefault === 1,
      values: Object.fromEntries(addressColumns.map((field, at) => [field.name, values[at] as Value])),
    } satisfies LiveAddress);
  }
  const attributes = (await engine.rows(sql`select customer_id, class, name, type, value from customer_attributes
    where customer_id ${engine.dialect.numbers([...byId.keys()])} order by customer_id, class, name`)) as [
    number,
    ...string[],
  ][];
  for (const [customerId, group, name, type, value] of attributes) {
    byId.get(customerId)!.attributes.push({ class: group!, name: name!, type: type!, value: value! });
  }
  return list;
}

async function records(engine: Engine, where: SQL, tail: SQL, scan = false): Promise<CustomerRecord[]> {
  const rows = (await (scan
    ? engine.scan
    : engine.rows)(sql`select ${head}, c.created_at, c.updated_at, c.operation_row,
      c.name_key, c.company_key, c.email_key, o.kind, o.import_id, i.file_name
    from customers c left join operations o on o.id = c.operation_id left join imports i on i.id = o.import_id
    where ${where} ${tail}`)) as unknown[][];
  const list = rows.map((row): CustomerRecord => {
    const [createdAt, updatedAt, operationRow, ...tail] = row.slice(headCount);
    const [name, company, email, kind, importId, fileName] = tail as (string | number | null)[];
    const customer = live(row);
    return {
      ...customer,
      createdAt: createdAt as number,
      updatedAt: updatedAt as number,
      lastChange: {
        kind: kind === 'edit' ? 'edit' : 'import',
        importId: importId as number | null,
        name: kind === 'edit' ? 'Edited by hand' : ((fileName as string | null) ?? 'Import'),
        row: importId === null ? null : (operationRow as number),
        created: customer.version === 1,
      },
      sortKeys: {
        lastChange: updatedAt as number,
        debtorId: customer.values.debtorId ?? null,
        name,
        company,
        email,
      } as CustomerRecord['sortKeys'],
    };
  });
  return withTables(engine, list);
}

const sortColumns: Record<CustomerQuery['sort'], SQL> = {
  lastChange: sql`c.updated_at`,
  debtorId: sql`c.debtor_id`,
  name: sql`c.name_key`,
  company: sql`c.company_key`,
  email: sql`c.email_key`,
};

/** What every customer has: PostgreSQL reads an index backwards only where no blanks are to come last. */
const neverBlank = new Set<CustomerQuery['sort']>(['lastChange', 'name']);

const sensitive = stored.filter((field) => field.kind === 'sensitive');

/** Where a text is found: in the search text, or as the whole of a sensitive value. */
const searches = ({ dialect }: Engine, q: string, sealed: string | undefined): SQL[] => [
  dialect.like(sql`c.search`, pattern(q)),
  ...(sealed ? sensitive.map((field) => sql`substr(${name(field.column)}, 1, ${sealed.length}) = ${sealed}`) : []),
];

/** Blank values come last in both directions; paging goes on behind the last row by its sort key and id. */
function listCustomers(engine: Engine, query: CustomerQuery): Promise<CustomerRecord[]> {
  const column = sortColumns[query.sort];
  const way = query.descending ? sql`desc` : sql`asc`;
  const beyond = query.descending ? sql`<` : sql`>`;
  const blanks = neverBlank.has(query.sort) ? sql`` : sql`nulls last`;
  const where = [sql`true`];
  if (query.q?.trim()) where.push(sql`(${sql.join(searches(engine, query.q, query.sealed), sql` or `)})`);
  if (query.after) {
    const { key, id } = query.after;
    where.push(
      neverBlank.has(query.sort)
        ? sql`(${column}, c.id) ${beyond} (${key}, ${id})`
        : key === null
          ? sql`(${column} is null and c.id ${beyond} ${id})`
          : sql`(${column} is null or ${column} ${beyond} ${key} or (${column} = ${key} and c.id ${beyond} ${id}))`,
    );
  }
  const tail = sql`order by ${column} ${way} ${blanks}, c.id ${way} limit ${query.limit}`;
  return records(engine, sql.join(where, sql` and `), tail, true);
}
