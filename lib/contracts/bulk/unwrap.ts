/**
 * An input with its parts in the forms that the schema has. One address may stand alone where a list of them is meant. Takes off the
 * wrapper that Hasura's nested inserts have: `{"addresses": {"data": […]}}` is `{"addresses": […]}`. Only where `data` stands alone: a
 * caller's own object may have a key of that name among others.
 * https://hasura.io/docs/2.0/mutations/postgres/insert/#pg-nested-inserts
 * @param input an entry of contract B, whatever it is
 */
export function unwrap(input: unknown): unknown {
  if (!isObject(input)) return input;
  const wrapped = parts.filter((part) => isObject(input[part]) && Object.keys(input[part]).join() === 'data');
  const plain =
    wrapped.length === 0
      ? input
      : { ...input, ...Object.fromEntries(wrapped.map((part) => [part, (input[part] as { data: unknown }).data])) };
  const { addresses } = plain as Record<string, unknown>;
  return isObject(addresses) ? { ...plain, addresses: [addresses] } : plain;
}

const parts = [
  'addresses',
  'contacts',
  'customerEmailSettings',
  'customerIntegrationSettings',
  'customerRule',
  'paymentLineItems',
  'remittanceLineItems',
] as const;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
