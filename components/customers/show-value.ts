import type { Value } from '@/lib/customer/fields';
import { findField } from '@/lib/customer/fields';

const months = 'January February March April May June July August September October November December'.split(' ');
const genders: Record<string, string> = { M: 'Male', F: 'Female', U: 'Unknown' };

/** A stored value in words: `1971-06-21` → `21 June 1971`, `nl` → `Dutch`. Null where there is none. Server only: the
 * names of languages and countries differ between engines. */
export function showValue(name: string, value: Value | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  switch (findField(name)?.kind) {
    case 'date':
      return showDate(text);
    case 'language':
      return nameOrCode('language', text);
    case 'country':
      return nameOrCode('region', text);
    case 'gender':
      return genders[text] ?? text;
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
