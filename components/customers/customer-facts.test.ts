import { expect, it } from 'vitest';
import { customerView } from '@/lib/contracts/customer-api';
import { givenFields } from '@/lib/contracts/customer-fields';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { attributeFacts } from './customer-facts';

it('an attribute is shown with its class, name, type and value, whether it is defined or not', () => {
  const none = { phoneE164: null, mobileE164: null };
  const customer = customerView.parse({
    ...{ id: 5, uuid: 'u', version: 1, ...givenFields({}), ...none, addresses: [], lastChange: null },
    ...{ createdAt: '2026-11-22T12:00:00Z', updatedAt: '2026-11-22T12:00:00Z' },
    attributes: [
      { class: 'crm', name: 'FREE', type: 'vType', value: 'as it is' },
      { class: '', name: 'SINCE', type: 'date', value: '1984-02-28' },
    ],
  });
  const since: AttributeDefinition = {
    ...{ name: 'SINCE', label: 'Since', class: '', type: 'date', options: [], description: null },
  };
  expect(attributeFacts(customer, [since]).map(({ label, value }) => [label, value])).toEqual([
    ['crm · FREE', { kind: 'typed', text: 'as it is', type: 'vType' }],
    ['Since', { kind: 'typed', text: '28 February 1984', type: 'date' }],
  ]);
});
