/** The statements that write what lists in a row say: any number of addresses, and attributes. See `plan-column.ts`. */
import { type SQL, sql } from 'drizzle-orm';
import { addressColumns, isNumeric } from '../../lib/customer/fields';
import { type Chunk, due, forEach } from './commit-chunk';
import { listedParts } from './plan-column';

export const writeLists = (chunk: Chunk): SQL[] =>
  chunk.does.lists ? [...writeListedAddresses(chunk), ...writeAttributes(chunk)] : [];

/**
 * The elements of a list of all plans that create or update, as `e.value` beside `e.target`. Materialized, for SQLite writes an
 * element as text each time that it is asked for its value.
 */
const listed = (chunk: Chunk, list: 'addresses' | 'attributes', disposition: 'create' | 'update'): SQL => {
  const { elements, pick } = chunk.dialect;
  return sql`(with l as materialized (select p.target, j.value
    from ${due(chunk, disposition)} p join ${elements(pick(sql`p.plan`, [3, list], 'text'))} j on true) select * from l) e`;
};

/** A new customer has nothing that could be deleted. */
const deletes = (disposition: 'create' | 'update', statement: SQL): SQL[] =>
  disposition === 'update' ? [statement] : [];

/** A listed address stands as it will be, as a whole. */
function writeListedAddresses(chunk: Chunk): SQL[] {
  const { pick } = chunk.dialect;
  const at = (place: number, kind: 'text' | 'integer') => pick(sql`e.value`, [place], kind);
  const names = addressColumns.map(({ column }) => sql.identifier(column));
  const values = addressColumns.map(({ kind }, place) => at(listedParts + place, isNumeric(kind) ? 'integer' : 'text'));
  const columns = sql.join(names, sql`, `);
  const overwritten = sql.join(
    [sql`type`, sql`is_default`, ...names].map((name) => sql`${name} = excluded.${name}`),
    sql`, `,
  );
  return forEach(chunk, (disposition) => [
    sql`insert into customer_addresses (customer_id, address_number, type, is_default, ${columns})
      select e.target, ${at(0, 'integer')}, ${at(2, 'text')}, ${at(3, 'integer')}, ${sql.join(values, sql`, `)}
      from ${listed(chunk, 'addresses', disposition)} where ${at(1, 'integer')} = 0
      on conflict (customer_id, address_number) do update set ${overwritten}`,
    ...deletes(
      disposition,
      sql`delete from customer_addresses where (customer_id, address_number) in
        (select e.target, ${at(0, 'integer')} from ${listed(chunk, 'addresses', disposition)} where ${at(1, 'integer')} = 1)`,
    ),
  ]);
}

function writeAttributes(chunk: Chunk): SQL[] {
  const { pick } = chunk.dialect;
  const [group, name, type, value] = [0, 1, 2, 3].map((place) => pick(sql`e.value`, [place], 'text')) as [
    SQL,
    SQL,
    SQL,
    SQL,
  ];
  return forEach(chunk, (disposition) => [
    sql`insert into customer_attributes (customer_id, class, name, type, value)
      select e.target, ${group}, ${name}, ${type}, ${value} from ${listed(chunk, 'attributes', disposition)}
      where ${value} is not null
      on conflict (customer_id, class, name) do update set type = excluded.type, value = excluded.value`,
    ...deletes(
      disposition,
      sql`delete from customer_attributes where (customer_id, class, name) in
        (select e.target, ${group}, ${name} from ${listed(chunk, 'attributes', disposition)} where ${value} is null)`,
    ),
  ]);
}
