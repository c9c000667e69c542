/**
 * The statements that turn plans into customers, in the order of docs/decisions/commit-chunk.md. They read a `planned`
 * source with the columns of `import_plans`, so that an import and an edit by hand share them.
 */
import { type SQL, sql } from 'drizzle-orm';
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
  /** The fields the plans can touch; others are left alone. */
  touched: Set<string>;
  matchKey: MatchKey;
  now: number;
}

const stored = customerFields.filter((field) => field.name !== 'id');
const id = (name: string) => sql.identifier(name);
const comma = (parts: SQL[]) => sql.join(parts, sql`, `);

/** Rows whose plan is still to be carried out: not in conflict, no outcome yet. */
const due = ({
  planned,
  operation,
}: Chunk) => sql`(select * from (${planned}) w where w.disposition in ('create', 'update')
  and not exists (select 1 from import_outcomes d where d.operation_id = ${operation} and d.row = w.row))`;

/** Rows whose customer, or the owner of whose key, changed since the plan. */
export const markConflicts = (chunk: Chunk): SQL => sql`
  insert into import_outcomes (operation_id, row, outcome, customer_id, reason)
  select ${chunk.operation}, p.row, 'conflict', c.id, case when p.disposition <> 'create' and c.version is not p.target_version then 'changed' else 'taken' end
  from (${chunk.planned}) p left join customers c on c.id = p.target
  where p.disposition in ('create', 'update', 'unchanged') and (
    (p.disposition <> 'create' and c.version is not p.target_version)
    or (p.disposition = 'create' and c.id is not null)
    ${keyTaken[chunk.matchKey]})`;

const keyTaken: Record<MatchKey, SQL> = {
  id: sql``,
  email: sql`or exists (select 1 from customers k where k.email_key = p.match_value and k.id <> p.target)`,
  debtorId: sql`or exists (select 1 from customers k where k.debtor_id = cast(p.match_value as integer) and k.id <> p.target)`,
  source: sql`or exists (select 1 from customers k where k.source_system = json_extract(p.match_value, '$[0]')
    and k.source_system_id = json_extract(p.match_value, '$[1]') and k.id <> p.target)`,
};

/** The customers and their addresses as they are before the change. */
export const writeLedger = (chunk: Chunk): SQL => sql`
  insert into customer_changes (operation_id, row, customer_id, before, patch, at)
  select ${chunk.operation}, p.row, p.target, ${beforeImage}, case when c.id is null then null else p.patch end, ${chunk.now}
  from ${due(chunk)} p left join customers c on c.id = p.target`;

const pairs = (list: { name: string; column: string }[], alias: string) =>
  comma(list.map((field) => sql`${sql.raw(`'${field.name}'`)}, ${id(alias)}.${id(field.column)}`));

// `json()` because what a sub-select gives is text to `json_object`, and would be quoted as a whole.
const beforeImage = sql`case when c.id is null then null else json_object('version', c.version,
  'values', json_object(${pairs(stored, 'c')}),
  'addresses', json((select json_group_array(json_object('number', a.address_number, 'type', a.type, 'isDefault', a.is_default,
    'values', json_object(${pairs(addressColumns, 'a')}))) from customer_addresses a where a.customer_id = c.id))) end`;

/** A field's value after the change: for a creation what the row says, else from the patch where it names the field. */
const after = (name: string, present: SQL): SQL => {
  const path = `$."${name}"`;
  return sql`case when p.disposition = 'create' then json_extract(p.checked, ${path})
    when json_type(p.patch, ${path}) is null then ${present} else json_extract(p.patch, ${`${path}[1]`}) end`;
};

export function upsertCustomers(chunk: Chunk): SQL {
  const derived = ['email_key', 'name_key', 'company_key', 'search'];
  const paths = ['emailKey', 'nameKey', 'companyKey', 'search'];
  const touched = stored.filter((field) => chunk.touched.has(field.name));
  // In one list each: a file can feed no more than the id and an address, and then nothing is touched here.
  const columns = [...derived, ...touched.map((field) => field.column)].map((name) => sql`${id(name)}`);
  const values = [
    ...paths.map((path) => sql`json_extract(p.derived, ${`$.${path}`})`),
    ...touched.map((field) => after(field.name, sql`c.${id(field.column)}`)),
  ];
  const set = ['version', 'updated_at', 'operation_id', 'operation_row', ...derived, ...touched.map((f) => f.column)];
  return sql`
    insert into customers (id, uuid, version, created_at, updated_at, operation_id, operation_row, ${comma(columns)})
    select p.target, coalesce(c.uuid, p.reserved_uuid), coalesce(c.version, 0) + 1, coalesce(c.created_at, ${chunk.now}), ${chunk.now},
      ${chunk.operation}, p.row, ${comma(values)}
    from ${due(chunk)} p left join customers c on c.id = p.target where true
    on conflict (id) do update set ${comma(set.map((name) => sql`${id(name)} = excluded.${id(name)}`))}
    where customers.version = excluded.version - 1`;
}

/** Writes and removes the addresses of each prefix that the plans can touch. */
export const writeAddresses = (chunk: Chunk): SQL[] =>
  addressPrefixes.flatMap((prefix) => {
    const touched = fields.filter((field) => field.address === prefix && chunk.touched.has(field.name));
    return touched.length === 0 ? [] : [upsertAddress(chunk, prefix, touched), removeAddress(chunk, prefix)];
  });

function upsertAddress(chunk: Chunk, prefix: AddressPrefix, touched: Field[]): SQL {
  const number = sql`json_extract(p.addresses, ${`$.${prefix}.number`})`;
  const columns = touched.map((field) => field.column);
  const type = addressTypes[prefix];
  return sql`
    insert into customer_addresses (customer_id, address_number, type, is_default, ${comma(columns.map((name) => sql`${id(name)}`))})
    select p.target, ${number}, ${type}, coalesce(a.is_default, not exists (select 1 from customer_addresses o where o.customer_id = p.target and o.type = ${type} and o.is_default = 1)),
      ${comma(touched.map((field) => after(field.name, sql`a.${id(field.column)}`)))}
    from ${due(chunk)} p left join customer_addresses a on a.customer_id = p.target and a.address_number = ${number}
    where ${number} is not null and json_extract(p.addresses, ${`$.${prefix}.remove`}) = 0
    on conflict (customer_id, address_number) do update set ${comma(columns.map((name) => sql`${id(name)} = excluded.${id(name)}`))}`;
}

const removeAddress = (chunk: Chunk, prefix: AddressPrefix): SQL => sql`
  delete from customer_addresses where (customer_id, address_number) in
    (select p.target, json_extract(p.addresses, ${`$.${prefix}.number`}) from ${due(chunk)} p
      where json_extract(p.addresses, ${`$.${prefix}.remove`}) = 1)`;

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
  where not exists (select 1 from import_outcomes d where d.operation_id = ${chunk.operation} and d.row = p.row)`;
