import { statedAddresses } from '../customer/address-list';
import type { Value } from '../customer/fields';

/**
 * Checked values of a row as a client would send them: a list of addresses with each part under its own name. A parent that no
 * customer is yet is a key inside; it is given by the id that was sent, or by its source alone, which has fields of its own.
 */
export function givenValues(values: Record<string, Value>): Record<string, Value> {
  const { parent, addresses } = values;
  const given = { ...values };
  if (typeof parent === 'string') {
    if (parent.startsWith(byId)) given.parent = Number(parent.slice(byId.length));
    else delete given.parent;
  }
  if (typeof addresses === 'string')
    given.addresses = JSON.stringify(
      statedAddresses(addresses).map(({ values: parts, ...said }) => ({ ...said, ...parts })),
    );
  return given;
}

const byId = 'id:';
