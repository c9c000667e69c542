import type { AttributeDefinition } from '@/lib/customer/attribute';
import { attributeField } from '@/lib/customer/attribute-field';
import { brief, cut, yesNo } from '@/lib/customer/brief';
import { attributePrefix, type FieldKind, findField, type Value } from '@/lib/customer/fields';

const months = 'January February March April May June July August September October November December'.split(' ');
const genders: Record<string, string> = { M: 'Male', F: 'Female', U: 'Unknown' };

/** A stored value in words: `1971-06-21` → `21 June 1971`, `nl` → `Dutch`. Null where there is none. Server only: the
 * names of languages and countries differ between engines. */
export function showValue(name: string, value: Value | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  return showKind(findField(name)?.kind, String(value));
}

/** The same in one line, as the history has it: long texts are cut. */
export function showBriefly(field: string, value: Value, attributes: readonly AttributeDefinition[]): string | null {
  if (value === null || value === '') return null;
  const attribute = attributes.find(({ name }) => attributePrefix + name === field);
  if (attribute) return showKind(attributeField(attribute).kind, String(value));
  const kind = findField(field)?.kind;
  return kind === 'emails' ? brief(field, value) : cut(showKind(kind, String(value)));
}

export function showKind(kind: FieldKind | undefined, text: string): string {
  switch (kind) {
    case 'date':
      return showDate(text);
    case 'timestamp':
      return `${showDate(text.slice(0, 10))}, ${text.slice(11, 16)} UTC`;
    case 'language':
      return nameOrCode('language', text);
    case 'country':
      return nameOrCode('region', text);
    case 'gender':
      return genders[text] ?? text;
    case 'boolean':
      return yesNo(text);
    default:
      return text;
  }
}

function showDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return year ? `${Number(day)} ${months[Number(month) - 1]} ${year}` : iso;
}

function nameOrCode(type: 'language' | 'region', code: string): string {
  try {
    return new Intl.DisplayNames('en', { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
