import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingOf } from '../testing/sheet';
import { testVault } from '../testing/test-store';
import { identityOf, soughtOf } from './identity';
import { compileIsAbout, type RowTexts } from './is-about';
import { compileMayBeAbout, type TypedText, wasAbout } from './typed';

const identity = soughtOf(
  identityOf({ id: 55_001, uuid: '5f0c7f3e-0000-4000-8000-000000000004' }, [
    { email: 'victim@x.example', sourceSystem: 'erp', sourceSystemId: 'S-77', ssn: testVault.seal('271-82-8182') },
  ]),
  testVault,
);
const mapping = mappingOf({ fields: ['email', 'firstName', 'sourceSystemId', 'sourceSystem', 'ssn'] });
const isAbout = compileIsAbout(identity, mapping, testVault);
const mayBeAbout = compileMayBeAbout(identity, mapping, testVault);

/** The row and its log after typing texts one after the other. */
function typing(cells: string[], ...edits: [column: number, text: string][]): { row: RowTexts; log: TypedText[] } {
  const row: RowTexts = { cells, edits: {} };
  const log = edits.map(([column, now], at) => {
    const old = row.edits[column] ?? cells[column] ?? '';
    row.edits[column] = now;
    return { id: at + 1, row: 2, column, old, now };
  });
  return { row, log };
}
const about = ({ row, log }: ReturnType<typeof typing>): boolean => wasAbout(isAbout, row, log);
const other = ['other@x.example', 'Ann', 'S-1', 'crm', ''];

describe('a row that is somebody else’s again was about the customer', () => {
  it.each([
    ['by its email in any cell', [1, 'call VICTIM@x.example'], [1, 'Ann']],
    ['by its uuid', [1, identity.uuid], [1, 'Ann']],
    ['by its sensitive number, sealed', [4, testVault.seal('271828182')], [4, '']],
    ['by its sensitive number as it was typed', [1, '271-82-8182'], [1, 'Ann']],
  ] as const)('%s', (_, one, two) => {
    const typed = typing(other, [1, 'Eve'], [...one], [...two], [1, 'Bob']);
    expect(isAbout(typed.row)).toBe(false);
    expect(about(typed)).toBe(true);
    expect(typed.log.some(mayBeAbout)).toBe(true);
  });

  it('by a source id only where the row had the system too, at that time', () => {
    const typed = typing(other, [2, 'S-77'], [3, 'erp'], [3, 'crm'], [2, 'S-1']);
    expect(about(typed)).toBe(true);
    expect(typed.log.map(mayBeAbout)).toEqual([true, false, false, true]);
    expect(about(typing(other, [2, 'S-77'], [2, 'S-1'], [3, 'erp']))).toBe(false);
  });

  it('beyond the end of a short row, in a row that is gone, and beside entries that were emptied', () => {
    expect(about(typing(['a'], [2, 'S-77'], [3, 'erp'], [3, 'crm']))).toBe(true);
    const { log } = typing([], [0, 'victim@x.example'], [0, 'x@x.example']);
    expect(wasAbout(isAbout, { cells: [], edits: {} }, log)).toBe(true);
    const emptied = { id: 3, row: 2, column: 0, old: null, now: null };
    expect(wasAbout(isAbout, { cells: other, edits: {} }, [...log, emptied])).toBe(true);
  });

  it('but not by names, numbers in other columns, or what was excluded', () => {
    const typed = typing(other, [1, '55001'], [1, 'victim']);
    const excluded = { id: 9, row: 2, column: null, old: 'false', now: 'true' };
    expect(about({ ...typed, log: [...typed.log, excluded] })).toBe(false);
    expect([...typed.log, excluded].some(mayBeAbout)).toBe(false);
  });
});

it('whatever is typed in which order: a text that names the customer is found, by the look at the log alone too', () => {
  const text = fc.constantFrom('', 'victim@x.example', 'S-77', 'erp', 'crm', 'Ann', identity.uuid, '271 828 182');
  const edit = fc.tuple(fc.nat(4), text);
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const typed = typing(other, ...edits);
      const named = typed.log.some(({ old, now }) => isAbout({ cells: [old!, now!], edits: {} }));
      if (!named || isAbout(typed.row)) return;
      expect([about(typed), typed.log.some(mayBeAbout)]).toEqual([true, true]);
    }),
  );
});
