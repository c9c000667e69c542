import type { DerivedKeys, LiveAddress } from '../customer-records';
import type { Value } from './fields';
import { keysOf } from './key';
import { fold } from './search';

/** Characters of a customer's search text; what lies behind is not found. */
const searchChars = 600;

/**
 * The texts by which a customer is compared, sorted and searched. Computed here because the engines' `lower` differ.
 * @param values the customer's own fields as they will be
 */
export function derive(values: Record<string, Value>, addresses: Pick<LiveAddress, 'values'>[]): DerivedKeys {
  const named = ['firstName', 'middleName', 'lastName'].map((field) => values[field]).filter(Boolean);
  const found = [
    ...named,
    ...['name', 'company', 'email', 'phone', 'mobile', 'debtorId', 'sourceSystemId'].map((field) => values[field]),
    ...addresses.map((address) => address.values.city),
  ];
  const search = found.filter((value) => value !== null && value !== undefined && value !== '').join(' ');
  return {
    emailKey: keysOf({ email: values.email }, 'email')[0]?.slice('email:'.length) ?? null,
    nameKey: fold(nameOf(values)),
    companyKey: values.company ? fold(String(values.company)) : null,
    search: storable(fold(search).slice(0, searchChars)),
  };
}

/** What a customer is called in a list: its name, else its first to last name, else the company; '' when it has none. */
export function nameOf(values: Record<string, Value | undefined>): string {
  const parts = [values.firstName, values.middleName, values.lastName].filter(Boolean);
  return String(values.name || parts.join(' ') || values.company || '');
}

/** Text that every engine can keep in a text column: no NUL, no lone surrogates. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
