import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowStates } from '../steps';
import { type Duplicates, findDuplicates, type RowWithKeys } from './duplicates';

const keys = fc.uniqueArray(fc.constantFrom('email:a', 'email:b', 'id:1', 'id:2', 'source:["e","1"]'), {
  maxLength: 3,
});
const rows = fc
  .array(fc.record({ state: fc.constantFrom(...rowStates), keys }), { maxLength: 25 })
  .map((list): RowWithKeys[] =>
    list.map(({ state, keys }, at) => ({ row: 2 + at, state, keys: keys.map((key) => ({ key, owner: null })) })),
  );

/** The definition: a row is a later one when an earlier row that counts has one of its keys. */
function naive(list: RowWithKeys[]) {
  const counts: RowWithKeys[] = [];
  const laters: number[] = [];
  const firsts = new Set<number>();
  for (const each of list.filter(({ state }) => state !== 'excluded')) {
    const has = (other: RowWithKeys, key: string) => other.keys.some((theirs) => theirs.key === key);
    const key = each.keys.find(({ key }) => counts.some((other) => has(other, key)));
    if (key) {
      laters.push(each.row);
      firsts.add(counts.find((other) => has(other, key.key))!.row);
    } else if (each.state !== 'error') counts.push(each);
  }
  const owners = counts.flatMap(({ row, keys }) => keys.map(({ key }) => `${key} ${row}`));
  return { laters, firsts: [...firsts].sort((one, other) => one - other), owners: owners.sort() };
}

const numbers = (list: { row: number }[]) => list.map(({ row }) => row).sort((one, other) => one - other);
const summary = ({ owners, firsts, laters }: Duplicates) => ({
  laters: numbers(laters),
  firsts: [...new Set(numbers(firsts))],
  owners: owners.map(({ key, row }) => `${key} ${row}`).sort(),
});

describe('the same key twice in a file', () => {
  it('the first row that counts owns its keys, every later one is out', () => {
    fc.assert(
      fc.property(rows, (list) => {
        expect(summary(findDuplicates(list))).toEqual(naive(list));
      }),
      { numRuns: 500 },
    );
  });

  it('split into any chunks, with the owners carried over, the same comes out', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 25, maxLength: 25 }), (list, sizes) => {
        const owner = new Map<string, number>();
        const all: Duplicates = { owners: [], firsts: [], laters: [] };
        let at = 0;
        for (const size of sizes) {
          const chunk = list.slice(at, at + size).map((each) => ({
            ...each,
            keys: each.keys.map(({ key }) => ({ key, owner: owner.get(key) ?? null })),
          }));
          const found = findDuplicates(chunk);
          for (const { key, row } of found.owners) owner.set(key, row);
          all.owners.push(...found.owners);
          all.firsts.push(...found.firsts);
          all.laters.push(...found.laters);
          at += size;
        }
        expect(summary(all)).toEqual(naive(list));
      }),
      { numRuns: 500 },
    );
  });

  it('each row is named once, at the field of the key it repeats', () => {
    const key = (name: string) => ({ key: name, owner: null });
    const list: RowWithKeys[] = [
      { row: 2, state: 'ok', keys: [key('email:a'), key('source:["e","1"]')] },
      { row: 3, state: 'ok', keys: [key('email:b'), key('source:["e","1"]')] },
      { row: 4, state: 'warning', keys: [key('email:a')] },
      { row: 5, state: 'ok', keys: [key('email:b')] },
    ];
    expect(findDuplicates(list)).toEqual({
      owners: [
        { key: 'email:a', row: 2 },
        { key: 'source:["e","1"]', row: 2 },
        { key: 'email:b', row: 5 },
      ],
      firsts: [{ row: 2, field: 'sourceSystemId' }],
      laters: [
        { row: 3, field: 'sourceSystemId' },
        { row: 4, field: 'email' },
      ],
    });
  });
});
