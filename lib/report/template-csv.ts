import type { AttributeDefinition } from '../customer/attribute';
import { attributePrefix, fields } from '../customer/fields';
import { isSensitiveAttribute } from '../customer/sensitive-names';
import { csvLine } from './csv-line';

/** What most files have. All other fields can be added as columns by their names: docs/semantics.md, The template. */
const usual = new Set([
  ...['id', 'sourceSystem', 'sourceSystemId', 'debtorId'],
  ...['name', 'title', 'firstName', 'middleName', 'lastName', 'company', 'dateOfBirth', 'gender'],
  ...['email', 'ccEmails', 'phone', 'mobile', 'language', 'country', 'customerRule.dueOption'],
]);
const usualParts = new Set(['street', 'number', 'numberExtension', 'postalCode', 'city', 'region', 'country']);

/** A file to start from: the fields that most files have and the attributes of this desk as headers, nothing below. */
export function templateCsv(attributes: AttributeDefinition[]): string {
  const own = fields.filter(({ name, address }) =>
    address ? address !== 'address' && usualParts.has(name.slice(address.length + 1)) : usual.has(name),
  );
  // One that was defined before such were refused takes no values.
  const taken = attributes.filter((attribute) => !isSensitiveAttribute(attribute));
  const names = [...own.map(({ name }) => name), ...taken.map(({ name }) => attributePrefix + name)];
  return `\ufeff${csvLine(names, ',')}`;
}
