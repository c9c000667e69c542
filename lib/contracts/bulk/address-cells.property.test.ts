import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAddressList } from '../../customer/address-list';
import { addressColumns, type Value } from '../../customer/fields';
import type { LiveAddress } from '../../customer-records';
import { planAddressList } from '../../plan/address-list';
import { patchBetween } from '../../plan/address-patch';
import { planAddresses } from '../../plan/addresses';
import { addressCells, addressLists, listAddresses } from './address-cells';
import type { AddressCell, Cells } from './cells';
import { toSheet } from './to-sheet';

const cellValue = fc.constantFrom('a', 'b', '', null);
const parts = fc.record(
  { street: cellValue, city: cellValue, notes: cellValue, code: cellValue, icp: fc.constantFrom(true, false, null) },
  { requiredKeys: [] },
);
const type = fc.constantFrom('invoice', 'delivery', 'ADDRESS_BOOK', 'HOME');
const flag = fc.constantFrom(true, false, null);
const said: fc.Arbitrary<AddressCell> = fc
  .tuple(type, parts, fc.option(fc.record({ isDefault: flag }), { nil: {} }))
  .map(([of, given, isDefault]) => ({ type: of, ...given, ...isDefault }));
const list = fc.option(fc.option(fc.array(said, { maxLength: 3 }), { nil: null }), { nil: undefined });

it('lists that are written early are those that are written late', () => {
  fc.assert(
    fc.property(
      fc.array(
        list.map((addresses) => ({ cells: {}, addresses })),
        { maxLength: 4 },
      ),
      fc.boolean(),
      (customers, addressColumns) => {
        const early = customers.map((each) => listAddresses(each, { addressColumns }));
        expect(toSheet(early, { addressColumns })).toEqual(toSheet(customers, { addressColumns }));
      },
    ),
    { numRuns: 1000 },
  );
});

/** Addresses as they are stored: none is blank, and one of a type is its default at the most. */
const stored: fc.Arbitrary<LiveAddress[]> = fc
  .array(
    fc.tuple(type, fc.record({ street: fc.constantFrom('a', 'c'), code: fc.constantFrom('a', null) }), fc.boolean()),
  )
  .map((all) =>
    all.map(([of, values, wanted], at) => ({
      ...{ number: at + 1, type: of, values },
      isDefault: wanted && !all.slice(0, at).some(([other, , theirs]) => other === of && theirs),
    })),
  );

/** What the check makes of a cell of an address. */
const read = (name: string, text: string): Value =>
  text.trim() === ''
    ? null
    : addressColumns.find((column) => column.name === name)!.kind === 'boolean'
      ? +(text === 'Y')
      : text;

/** The addresses of a customer after a row with these cells, and what the history says of it. */
function outcome(addresses: LiveAddress[], { addresses: listed, ...cells }: Cells, defaultsOnly: boolean) {
  const values = Object.fromEntries(
    Object.entries(cells).map(([field, text]) => [field, read(field.slice(field.indexOf('.') + 1), text!)]),
  );
  const columns = planAddresses(addresses, values, { defaultsOnly });
  const reading =
    listed === undefined || listed === ''
      ? null
      : readAddressList(listed, ({ name }, text) => ({ value: read(name, text) }));
  const value = listed === '' ? null : reading?.value;
  const listing = planAddressList(columns.after, value);
  const after = listing.after.map(({ values: kept, ...rest }) => ({
    ...rest,
    values: Object.fromEntries(Object.entries(kept).filter(([, each]) => each !== null)),
  }));
  return { after, patch: listing.targets.length === 0 ? columns.patch : patchBetween(addresses, listing.after) };
}

it('addresses in columns do to a customer what the list of them does, with the same history', () => {
  fc.assert(
    fc.property(
      fc.array(
        list.map((addresses) => ({ addresses })),
        { minLength: 1, maxLength: 4 },
      ),
      stored,
      (customers, addresses) => {
        const columns = addressCells(customers);
        const lists = addressLists(customers);
        for (const [at, cells] of columns.cells.entries()) {
          expect(outcome(addresses, cells, columns.defaultsOnly)).toEqual(outcome(addresses, lists.cells[at]!, false));
        }
      },
    ),
    { numRuns: 3000 },
  );
});
