/**
 * The statements that turn plans into customers, in the order of docs/decisions/commit-chunk.md. They read a `planned`
 * source with the columns of `import_plans`, so that an import and an edit by hand share them.
 */
import { type Name, type SQL, sql } from 'drizzle-orm';
import {
  type AddressPrefix,
  addressColumns,
  addressPrefixes,
  addressTypes,
  customerFields,
  type Field,
  fields,
  isNumeric,
} from '../../lib/customer/fields';
import type { MatchKey } from '../../lib/mapping';
import type { Dialect, Kind } from '../dialect';
import { text } from './casts';

export interface Chunk {
  dialect: Dialect;
  /** Null where no other import can create what this one creates: see `Dialect.locks`. */
  importId: number | SQL | null;
  operation: SQL;
  /** A sub-select with the columns of `import_plans`, without its alias. */
  planned: SQL;
  /** Between which the numbers of the planned rows lie. */
  rows: { after: number; upTo: number };
  /** The fields the plans can touch, in the order of their values in the plan; others are left alone. */
  fields: string[];
  /** Null where rows create without looking for anybody. */
  matchKey: MatchKey | null;
  now: SQL;
  /** What the plans do: statements for anything else are left out. */
  does: ChunkDoes;
}

export interface ChunkDoes {
  create: boolean;
  update: boolean;
  /** Writes lists of addresses or attributes. */
  lists: boolean;
}

type Disposition = 'create' | 'update';

/** The statements for each disposition that there is. */
export const forEach = ({ does }: Chunk, statements: (disposition: Disposition) => SQL[]): SQL[] =>
  (['create', 'update'] as const).flatMap((disposition) => (does[disposition] ? statements(disposition) : []));

const stored = customerFields.filter((field) => field.name !== 'id');
const id = (name: string): Name => sql.identifier(name);
const comma = (parts: (SQL | Name)[]) => sql.join(parts, sql`, `);

/** Rows whose plan is still to be carried out: not in conflict, no outcome yet. */
export const due = (chunk: Chunk, disposition: Disposition) =>
  sql`(${chunk.dialect.opened(
    sql`select * from (${chunk.planned}) w where w.disposition = ${disposition} and ${undone(chunk, 'w')}`,
  )})`;

/** Rows of the chunk that have no outcome yet. Most chunks have none at all, so the list is made once and is empty. */
export const undone = ({ operation, rows }: Chunk, alias: string): SQL =>
  sql`${id(alias)}.row not in (select d.row from import_outcomes d where d.operation_id = ${operation}
    and d.row > ${rows.after} and d.row <= ${rows.upTo})`;

/**
 * Rows whose customer, or the owner of whose key, changed since the plan. The version is looked up row by row: for a join
 * PostgreSQL would read all customers.
 */
export const markConflicts = (chunk: Chunk): SQL => sql`
  insert into import_outcomes (operation_id, row, outcome, customer_id, reason)
  select ${chunk.operation}, p.row, 'conflict', case when p.present is not null then p.target end,
    case when p.disposition <> 'create' and p.present is distinct from p.target_version then 'changed' else 'taken' end
  from (select w.*, (select c.version from customers c where c.id = w.target) as present
    from (${chunk.planned}) w where w.disposition in ('create', 'update', 'unchanged')) p
  where (p.disposition <> 'create' and p.present is distinct from p.target_version)
    or (p.disposition = 'create' and p.present is not null)
    ${keyTaken(chunk)}`;

/** Whether another customer has the row's match key by now. */
function keyTaken(chunk: Chunk): SQL {
  const value = (name: string) => said(chunk, stored.find((field) => field.name === name)!);
  const { pick } = chunk.dialect;
  const held: Record<MatchKey, SQL | null> = {
    id: null,
    email: sql`k.email_key = substr(${pick(sql`p.keys`, [0], 'text')}, ${sql.raw(String('email:'.length + 1))})`,
    debtorId: sql`k.debtor_id = ${value('debtorId')}`,
    source: sql`k.source_system = ${value('sourceSystem')} and k.source_system_id = ${value('sourceSystemId')}`,
  };
  const condition = chunk.matchKey === null ? null : held[chunk.matchKey];
  return condition ? sql`or exists (select 1 from customers k where ${condition} and k.id <> p.target)` : sql``;
}

/** The customers and their addresses as they are before the change. Of a creation there is only that it happened. */
export const writeLedger = (chunk: Chunk): SQL[] =>
  forEach(chunk, (disposition) => [
    disposition === 'create'
      ? sql`insert into customer_changes (operation_id, row, customer_id, before, patch, at)
          select ${chunk.operation}, p.row, p.target, null, null, ${chunk.now} from ${due(chunk, 'create')} p`
      : sql`insert into customer_changes (operation_id, row, customer_id, before, patch, at)
          select ${chunk.operation}, p.row, p.target, ${beforeImage(chunk)}, p.patch, ${chunk.now}
          from ${due(chunk, 'update')} p join customers c on c.id = p.target`,
  ]);

const pairs = (list: { name: string; column: string }[], alias: string): [string, SQL][] =>
  list.map((field) => [field.name, sql`${id(alias)}.${id(field.column)}`]);

const beforeImage = ({ dialect }: Chunk): SQL => {
  const address: [string, SQL][] = [
    ['number', sql`a.address_number`],
    ['type', sql`a.type`],
    ['isDefault', sql`a.is_default`],
    ['values', dialect.object(pairs(addressColumns, 'a'))],
  ];
  const attribute: [string, SQL][] = ['class', 'name', 'type', 'value'].map((name) => [name, sql`t.${id(name)}`]);
  const addresses = sql`(select ${dialect.array(address)} from customer_addresses a where a.customer_id = c.id)`;
  const attributes = sql`(select ${dialect.array(attribute)} from customer_attributes t where t.customer_id = c.id)`;
  return dialect.text(
    dialect.object([
      ['version', sql`c.version`],
      ['values', dialect.object(pairs(stored, 'c'))],
      ['addresses', dialect.nested(addresses)],
      ['attributes', dialect.nested(attributes)],
    ]),
  );
};

const kindOf = (field: Pick<Field, 'kind'>): Kind => (isNumeric(field.kind) ? 'integer' : 'text');

/** What the row says of a field, from the values of its plan. */
const said = ({ dialect, fields }: Chunk, field: Field): SQL =>
  dialect.pick(sql`p.plan`, [0, fields.indexOf(field.name)], kindOf(field));

/** A field's value after an update: what the patch sets, else what is there. */
const patched = ({ dialect }: Chunk, field: Field, present: SQL): SQL =>
  sql`case when ${dialect.has(sql`p.changes`, field.name)}
    then ${dialect.pick(sql`p.changes`, [field.name, 1], kindOf(field))} else ${present} end`;

const derived = ['email_key', 'name_key', 'company_key', 'search'];

/**
 * Apart, because a creation needs neither the customer nor a patch. It must not meet a customer: one that another transaction made
 * since conflicts were looked for ends this one by a unique key, and would else be taken for created with nothing written.
 * An update meets the primary key only.
 */
export function upsertCustomers(chunk: Chunk): SQL[] {
  const touched = stored.filter((field) => chunk.fields.includes(field.name));
  const keys = derived.map((_, at) => chunk.dialect.pick(sql`p.plan`, [1, at], 'text'));
  // In one list each: a file can feed no more than the id and an address, and then nothing is touched here.
  const columns = comma([...derived, ...touched.map((field) => field.column)].map(id));
  const insert = (select: SQL) => sql`
    insert into customers (id, uuid, version, created_at, updated_at, operation_id, operation_row, ${columns}) ${select}`;
  const upsert = (select: SQL) => sql`${insert(select)}
    on conflict (id) do update set ${overwrite([...customerColumns, ...derived, ...touched.map((field) => field.column)])}
    where customers.version = excluded.version - 1`;
  return forEach(chunk, (disposition) => [
    disposition === 'create'
      ? insert(sql`select p.target, p.reserved_uuid, 1, ${chunk.now}, ${chunk.now}, ${chunk.operation}, p.row,
          ${comma([...keys, ...touched.map((field) => said(chunk, field))])}
          from ${due(chunk, 'create')} p where true`)
      : upsert(sql`select p.target, c.uuid, c.version + 1, c.created_at, ${chunk.now}, ${chunk.operation}, p.row,
          ${comma([...keys, ...touched.map((field) => patched(chunk, field, sql`c.${id(field.column)}`))])}
          from ${due(chunk, 'update')} p join customers c on c.id = p.target where true`),
  ]);
}

const customerColumns = ['version', 'updated_at', 'operation_id', 'operation_row'];
const overwrite = (columns: string[]) => comma(columns.map((name) => sql`${id(name)} = excluded.${id(name)}`));

/** Writes and removes the addresses of each prefix that the plans can touch. */
export const writeAddresses = (chunk: Chunk): SQL[] =>
  addressPrefixes.flatMap((prefix) => {
    const touched = fields.filter((field) => field.address === prefix && chunk.fields.includes(field.name));
    if (touched.length === 0) return [];
    return [...upsertAddress(chunk, prefix, touched), ...(chunk.does.update ? [removeAddress(chunk, prefix)] : [])];
  });

const addressNumber = ({ dialect }: Chunk, prefix: AddressPrefix) =>
  dialect.pick(sql`p.plan`, [2, prefix, 0], 'integer');
/** 1 where the address is removed, 0 where it is written, NULL where the plan leaves it alone. */
const removal = ({ dialect }: Chunk, prefix: AddressPrefix) => dialect.pick(sql`p.plan`, [2, prefix, 1], 'integer');

/** A new customer's address is the default of its type, for no two prefixes share one. */
function upsertAddress(chunk: Chunk, prefix: AddressPrefix, touched: Field[]): SQL[] {
  const number = addressNumber(chunk, prefix);
  const columns = touched.map((field) => field.column);
  const type = addressTypes[prefix];
  const written = sql`${removal(chunk, prefix)} = 0`;
  const upsert = (select: SQL) => sql`
    insert into customer_addresses (customer_id, address_number, type, is_default, ${comma(columns.map(id))}) ${select}
    on conflict (customer_id, address_number) do update set ${overwrite(columns)}`;
  return forEach(chunk, (disposition) => [
    disposition === 'create'
      ? upsert(sql`select p.target, ${number}, ${text(type)}, 1, ${comma(touched.map((field) => said(chunk, field)))}
          from ${due(chunk, 'create')} p where ${written}`)
      : upsert(sql`select p.target, ${number}, ${text(type)}, coalesce(a.is_default, case when exists (select 1
            from customer_addresses o where o.customer_id = p.target and o.type = ${type} and o.is_default = 1) then 0 else 1 end),
          ${comma(touched.map((field) => patched(chunk, field, sql`a.${id(field.column)}`)))}
          from ${due(chunk, 'update')} p
          left join customer_addresses a on a.customer_id = p.target and a.address_number = ${number}
          where ${written}`),
  ]);
}

const removeAddress = (chunk: Chunk, prefix: AddressPrefix): SQL => sql`
  delete from customer_addresses where (customer_id, address_number) in
    (select p.target, ${addressNumber(chunk, prefix)} from ${due(chunk, 'update')} p
      where ${removal(chunk, prefix)} = 1)`;

/** Gives every row without an outcome the one its plan says. */
export const writeOutcomes = (chunk: Chunk): SQL => sql`
  insert into import_outcomes (operation_id, row, outcome, customer_id, reason)
  select ${chunk.operation}, p.row,
    case when p.state = 'excluded' then 'skipped' when p.state = 'error' then 'failed'
      when p.disposition = 'create' then 'created' when p.disposition = 'update' then 'updated'
      when p.disposition = 'unchanged' then 'unchanged' when p.disposition = 'skip' then 'skipped' else 'conflict' end,
    case when p.state in ('ok', 'warning') then p.target end,
    case when p.state = 'excluded' then p.message when p.state = 'error' then 'issues'
      when p.disposition = 'skip' then p.message when p.disposition = 'conflict' then 'changed' end
  from (${chunk.planned}) p
  where ${undone(chunk, 'p')}`;
