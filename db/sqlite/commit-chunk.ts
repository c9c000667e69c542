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
} from '../../lib/customer/fields';
import type { MatchKey } from '../../lib/mapping';

export interface Chunk {
  operation: number | SQL;
  /** A sub-select with the columns of `import_plans`, without its alias. */
  planned: SQL;
  /** The fields the plans can touch, in the order of their values in the plan; others are left alone. */
  fields: string[];
  matchKey: MatchKey;
  now: number;
}

const stored = customerFields.filter((field) => field.name !== 'id');
const id = (name: string): Name => sql.identifier(name);
const comma = (parts: (SQL | Name)[]) => sql.join(parts, sql`, `);

/** Rows whose plan is still to be carried out: not in conflict, no outcome yet. */
const due = (chunk: Chunk, disposition: 'create' | 'update') =>
  sql`(select * from (${chunk.planned}) w where w.disposition = ${disposition} and ${undone(chunk, 'w')})`;

/** Rows of the chunk that have no outcome yet. Most chunks have none at all, so the list is made once and is empty. */
const undone = ({ operation, planned }: Chunk, alias: string): SQL =>
  sql`${id(alias)}.row not in (select d.row from import_outcomes d where d.operation_id = ${operation}
    and d.row >= (select min(row) from (${planned})))`;

/** Rows whose customer, or the owner of whose key, changed since the plan. */
export const markConflicts = (chunk: Chunk): SQL => sql`
  insert into import_outcomes (operation_id, row, outcome, customer_id, reason)
  select ${chunk.operation}, p.row, 'conflict', c.id, case when p.disposition <> 'create' and c.version is not p.target_version then 'changed' else 'taken' end
  from (${chunk.planned}) p left join customers c on c.id = p.target
  where p.disposition in ('create', 'update', 'unchanged') and (
    (p.disposition <> 'create' and c.version is not p.target_version)
    or (p.disposition = 'create' and c.id is not null)
    ${keyTaken(chunk)})`;

/** Whether another customer has the row's match key by now. */
function keyTaken(chunk: Chunk): SQL {
  const value = (field: string) => said(chunk, field);
  const held: Record<MatchKey, SQL | null> = {
    id: null,
    email: sql`k.email_key = substr(json_extract(p.keys, '$[0]'), ${'email:'.length + 1})`,
    debtorId: sql`k.debtor_id = ${value('debtorId')}`,
    source: sql`k.source_system = ${value('sourceSystem')} and k.source_system_id = ${value('sourceSystemId')}`,
  };
  const condition = held[chunk.matchKey];
  return condition ? sql`or exists (select 1 from customers k where ${condition} and k.id <> p.target)` : sql``;
}

/** The customers and their addresses as they are before the change. Of a creation there is only that it happened. */
export const writeLedger = (chunk: Chunk): SQL[] => [
  sql`insert into customer_changes (operation_id, row, customer_id, before, patch, at)
    select ${chunk.operation}, p.row, p.target, null, null, ${chunk.now} from ${due(chunk, 'create')} p`,
  sql`insert into customer_changes (operation_id, row, customer_id, before, patch, at)
    select ${chunk.operation}, p.row, p.target, ${beforeImage}, p.patch, ${chunk.now}
    from ${due(chunk, 'update')} p join customers c on c.id = p.target`,
];

const pairs = (list: { name: string; column: string }[], alias: string) =>
  comma(list.map((field) => sql`${sql.raw(`'${field.name}'`)}, ${id(alias)}.${id(field.column)}`));

// `json()` because what a sub-select gives is text to `json_object`, and would be quoted as a whole.
const beforeImage = sql`json_object('version', c.version,
  'values', json_object(${pairs(stored, 'c')}),
  'addresses', json((select json_group_array(json_object('number', a.address_number, 'type', a.type, 'isDefault', a.is_default,
    'values', json_object(${pairs(addressColumns, 'a')}))) from customer_addresses a where a.customer_id = c.id)))`;

/** What the row says of a field, from the values of its plan. */
const said = ({ fields }: Chunk, name: string): SQL => sql`json_extract(p.plan, ${`$[0][${fields.indexOf(name)}]`})`;

/** A field's value after an update: what the patch sets, else what is there. */
const patched = (name: string, present: SQL): SQL => {
  const path = `$."${name}"`;
  return sql`case when json_type(p.patch, ${path}) is null then ${present} else json_extract(p.patch, ${`${path}[1]`}) end`;
};

const derived = ['email_key', 'name_key', 'company_key', 'search'];

/** Both dispositions meet the primary key only. Apart, because a creation needs neither the customer nor a patch. */
export function upsertCustomers(chunk: Chunk): SQL[] {
  const touched = stored.filter((field) => chunk.fields.includes(field.name));
  const keys = derived.map((_, at) => sql`json_extract(p.plan, ${`$[1][${at}]`})`);
  // In one list each: a file can feed no more than the id and an address, and then nothing is touched here.
  const columns = comma([...derived, ...touched.map((field) => field.column)].map(id));
  const upsert = (select: SQL) => sql`
    insert into customers (id, uuid, version, created_at, updated_at, operation_id, operation_row, ${columns}) ${select}
    on conflict (id) do update set ${overwrite([...customerColumns, ...derived, ...touched.map((field) => field.column)])}
    where customers.version = excluded.version - 1`;
  return [
    upsert(sql`select p.target, p.reserved_uuid, 1, ${chunk.now}, ${chunk.now}, ${chunk.operation}, p.row,
      ${comma([...keys, ...touched.map((field) => said(chunk, field.name))])}
      from ${due(chunk, 'create')} p where true`),
    upsert(sql`select p.target, c.uuid, c.version + 1, c.created_at, ${chunk.now}, ${chunk.operation}, p.row,
      ${comma([...keys, ...touched.map((field) => patched(field.name, sql`c.${id(field.column)}`))])}
      from ${due(chunk, 'update')} p join customers c on c.id = p.target where true`),
  ];
}

const customerColumns = ['version', 'updated_at', 'operation_id', 'operation_row'];
const overwrite = (columns: string[]) => comma(columns.map((name) => sql`${id(name)} = excluded.${id(name)}`));

/** Writes and removes the addresses of each prefix that the plans can touch. */
export const writeAddresses = (chunk: Chunk): SQL[] =>
  addressPrefixes.flatMap((prefix) => {
    const touched = fields.filter((field) => field.address === prefix && chunk.fields.includes(field.name));
    return touched.length === 0 ? [] : [...upsertAddress(chunk, prefix, touched), removeAddress(chunk, prefix)];
  });

/** A new customer's address is the default of its type, for no two prefixes share one. */
function upsertAddress(chunk: Chunk, prefix: AddressPrefix, touched: Field[]): SQL[] {
  const number = sql`json_extract(p.plan, ${`$[2].${prefix}[0]`})`;
  const columns = touched.map((field) => field.column);
  const type = addressTypes[prefix];
  const written = sql`json_extract(p.plan, ${`$[2].${prefix}[1]`}) = 0`;
  const upsert = (select: SQL) => sql`
    insert into customer_addresses (customer_id, address_number, type, is_default, ${comma(columns.map(id))}) ${select}
    on conflict (customer_id, address_number) do update set ${overwrite(columns)}`;
  return [
    upsert(sql`select p.target, ${number}, ${type}, 1, ${comma(touched.map((field) => said(chunk, field.name)))}
      from ${due(chunk, 'create')} p where ${written}`),
    upsert(sql`select p.target, ${number}, ${type}, coalesce(a.is_default, not exists (select 1 from customer_addresses o
        where o.customer_id = p.target and o.type = ${type} and o.is_default = 1)),
      ${comma(touched.map((field) => patched(field.name, sql`a.${id(field.column)}`)))}
      from ${due(chunk, 'update')} p left join customer_addresses a on a.customer_id = p.target and a.address_number = ${number}
      where ${written}`),
  ];
}

const removeAddress = (chunk: Chunk, prefix: AddressPrefix): SQL => sql`
  delete from customer_addresses where (customer_id, address_number) in
    (select p.target, json_extract(p.plan, ${`$[2].${prefix}[0]`}) from ${due(chunk, 'update')} p
      where json_extract(p.plan, ${`$[2].${prefix}[1]`}) = 1)`;

/** Gives every row without an outcome the one its plan says. */
export const writeOutcomes = (chunk: Chunk): SQL => sql`
  insert into import_outcomes (operation_id, row, outcome, customer_id, reason)
  select ${chunk.operation}, p.row,
    case when p.state = 'excluded' then 'skipped' when p.state = 'error' then 'failed'
      when p.disposition = 'create' then 'created' when p.disposition = 'update' then 'updated'
      when p.disposition = 'unchanged' then 'unchanged' when p.disposition = 'skip' then 'skipped' else 'conflict' end,
    case when p.state in ('ok', 'warning') then p.target end,
    case when p.state = 'excluded' then 'excluded' when p.state = 'error' then 'issues'
      when p.disposition = 'skip' then p.message when p.disposition = 'conflict' then 'changed' end
  from (${chunk.planned}) p
  where ${undone(chunk, 'p')}`;
