import { attributeField } from '../customer/attribute-field';
import { attributePrefix, type Field, findField } from '../customer/fields';
import type { NormaliseContext } from '../customer/normalise';
import type { Mapping, MatchKey } from '../mapping';

/** A mapped column with all that its check needs. */
export interface Column {
  index: number;
  field: Field;
  isDate: boolean;
  /** A field of the match key, which a blank cell never clears. */
  isKey: boolean;
  /** Only for phones: the fields by whose country a number without one is read, the first that has one. */
  countries?: string[];
}

/**
 * The mapped columns. Phones are last because they need the country of the row, behind the list of addresses, which can have it.
 * Unknown fields are left out.
 */
export function compileColumns(mapping: Mapping): Column[] {
  const keys = mapping.matchKey === null ? [] : keyFields[mapping.matchKey];
  const defined = definedFields(mapping);
  const columns = mapping.columns.flatMap(({ index, field: name }): Column[] => {
    const field = name === null ? undefined : (defined.get(name) ?? findField(name));
    if (!field) return [];
    const isDate = field.kind === 'date' || field.kind === 'timestamp';
    const column = { index, field, isDate, isKey: keys.includes(field.name) };
    return [hasPhones.has(field.kind) ? { ...column, countries: countriesFor(field) } : column];
  });
  const place = ({ countries, field }: Column) => (!countries ? 0 : field.kind === 'addresses' ? 1 : 2);
  return columns.sort((one, other) => place(one) - place(other));
}

const hasPhones = new Set<Field['kind']>(['phone', 'addresses']);

/** The attributes that the mapping knows, by the names of their fields. */
export const definedFields = ({ attributes = [] }: Pick<Mapping, 'attributes'>): Map<string, Field> =>
  new Map(attributes.map((definition) => [`${attributePrefix}${definition.name}`, attributeField(definition)]));

/** A defined attribute by its class and name, which together tell it from others. */
export function definedAttributes({ attributes = [] }: Pick<Mapping, 'attributes'>): NormaliseContext['attribute'] {
  const key = (group: string, name: string) => JSON.stringify([group, name]);
  const defined = new Map(
    attributes.map((definition) => [
      key(definition.class, definition.name),
      { field: attributeField(definition), type: definition.type },
    ]),
  );
  return (group, name) => defined.get(key(group, name));
}

/** The fields that make up each match key. */
export const keyFields: Record<MatchKey, string[]> = {
  id: ['id'],
  source: ['sourceSystem', 'sourceSystemId'],
  debtorId: ['debtorId'],
  email: ['email'],
};

const countriesFor = (field: Field): string[] => [
  ...new Set([...(field.address ? [`${field.address}.country`] : []), 'country', 'billing.country', 'addresses']),
];
