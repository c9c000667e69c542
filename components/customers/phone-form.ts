import type { AddressView, CustomerView } from '@/lib/contracts/customer-api';

/** The E.164 form of a phone of a customer or an address, by the name of its field; null where it is in doubt. */
export const phoneForm = (
  of: Pick<CustomerView | AddressView, 'phoneE164' | 'mobileE164'>,
  name: string,
): string | null => (name === 'mobile' ? of.mobileE164 : of.phoneE164);
