import type { DerivedKeys, LiveAddress } from '../customer-records';
import type { Value } from './fields';
import { keysOf } from './key';
import { fold } from './search';
import { storable } from './storable';

/** Characters of a customer's search text; what lies behind is not found. */
const searchChars = 600;

/**
 * The texts by which a customer is compared, sorted and searched. Computed here because the engines' `lower` differ.
 * @param values the customer's own fields as they will be
 */
export function derive(values: Record<string, Value>, addresses: Pick<LiveAddress, 'values'>[]): DerivedKeys {
  let search = '';
  const add = (value: Value | undefined) => {
    if (value === null || value === undefined || value === '') return;
    search += search === '' ? value : ` ${value}`;
  };
  for (const field of searched) add(values[field]);
  for (const address of addresses) add(address.values.city);
  return {
    emailKey: keysOf({ email: values.email }, 'email')[0]?.slice('email:'.length) ?? null,
    nameKey: fold(nameOf(values)),
    companyKey: values.company ? fold(String(values.company)) : null,
    search: storable(fold(search).slice(0, searchChars)),
  };
}

const searched = [
  ...['firstName', 'middleName', 'lastName', 'name', 'company'],
  ...['email', 'phone', 'mobile', 'debtorId', 'sourceSystemId'],
];

/** What a customer is called in a list: its name, else its first to last name, else the company; '' when it has none. */
export function nameOf(values: Record<string, Value | undefined>): string {
  const parts = [values.firstName, values.middleName, values.lastName].filter(Boolean);
  return String(values.name || parts.join(' ') || values.company || '');
}
