import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditWrite } from '../../lib/records';
import type { Cell, Fault } from '../../lib/row';
import type { Store } from '../../lib/store';
import { planned } from '../../lib/testing/planned';
import { importOf, mappingOf, newImport, openShard, stage } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const raw = (row: number, cells: Cell[] = ['x'], faults?: Fault[]) => ({
  raw: { row, cells, ...(faults ? { faults } : {}) },
  position: row - 2,
});

const mapping = mappingOf({ fields: ['email'] });

export const stagingContract = (open: OpenStore) =>
  describe('staging', () => {
    const { web, worker } = withTwo(open, 'staging');

    it('a shard is made once and opened again as it is', async () => {
      const id = await web().createImport(newImport());
      const [one, other] = await Promise.all([
        openShard(web(), id, 'read', 1, 9),
        openShard(worker(), id, 'read', 1, 9),
      ]);
      expect(one).toEqual({
        importId: id,
        generation: 1,
        phase: 'read',
        fromRow: 1,
        toRow: 9,
        cursor: 0,
        lease: 'test',
        counters: {},
      });
      expect(other).toEqual(one);
      await web().stageRows(one, [raw(2)], { rows: 1 });
      expect(await openShard(worker(), id, 'read', 1, 9)).toEqual({ ...one, cursor: 2, counters: { rows: 1 } });
      expect(await web().readShards(id)).toHaveLength(1);
    });

    it('a chunk whose cursor is elsewhere writes nothing', async () => {
      const id = await web().createImport(newImport());
      const shard = await openShard(web(), id, 'read', 1, 9);
      expect(await web().stageRows(shard, [raw(2), raw(3)], {})).toBe(true);
      expect(await worker().stageRows(shard, [raw(4), raw(5)], { rows: 9 })).toBe(false);
      expect((await web().readStaged(id, 0, 9)).map((row) => row.row)).toEqual([2, 3]);
      expect(await openShard(worker(), id, 'read', 1, 9)).toMatchObject({ cursor: 3, counters: {} });
      const check = await openShard(web(), id, 'check', 1, 3);
      expect(await web().savePlans(check, 2, mapping, [planned(2)], {})).toBe(true);
      expect(await worker().savePlans(check, 3, mapping, [planned(3)], {})).toBe(false);
      expect(await web().readKeys(id, 3)).toEqual([]);
    });

    it('a chunk of an older reading writes nothing', async () => {
      const id = await web().createImport(newImport());
      const shard = await openShard(worker(), id, 'read', 1, 9);
      await web().moveImport(id, ['reading'], 'reading', { restart: true });
      expect(await worker().stageRows(shard, [raw(2)], {})).toBe(false);
      expect(await web().readStaged(id, 0, 9)).toEqual([]);
      expect(await web().readShards(id)).toEqual([]);
    });

    it('cells keep NUL, lone surrogates, emoji and right-to-left text to the last bit', async () => {
      const cells: Cell[] = [
        'a\0b',
        '\ud800',
        'x\udfffy',
        '🏳️‍🌈',
        'שלום\u200f',
        '\u202eevil',
        'null',
        '"\\\u2028',
        ['1-2-84', '1984-02-01'],
        '',
      ];
      const faults: Fault[] = [{ column: null, code: 'row_too_short' }];
      const id = await web().createImport(newImport());
      const shard = await openShard(web(), id, 'read', 1, 9);
      await web().stageRows(shard, [raw(2, cells, faults)], {});
      const [read] = await worker().readStaged(id, 0, 9);
      expect(read).toMatchObject({ cells, faults, edits: {}, excluded: false, reserved: null });
      expect((await worker().readRow(id, 2))?.cells).toEqual(cells);
    });

    it('any text of a cell survives', async () => {
      const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(text, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), async (rows) => {
          const id = await web().createImport(newImport());
          const shard = await openShard(web(), id, 'read', 1, 9);
          await web().stageRows(
            shard,
            rows.map((cells, at) => raw(at + 2, cells)),
            {},
          );
          expect((await worker().readStaged(id, 0, 9)).map((row) => row.cells)).toEqual(rows);
        }),
        { numRuns: 25 },
      );
    });

    it('staged rows come in order, after a row, as many as asked, or by number', async () => {
      const id = await stage(web(), { fields: ['email'], rows: [['a'], ['b'], ['c'], ['d']] });
      const numbers = async (after: number, limit: number) =>
        (await web().readStaged(id, after, limit)).map((row) => row.row);
      expect(await numbers(0, 2)).toEqual([2, 3]);
      expect(await numbers(3, 9)).toEqual([4, 5]);
      expect((await web().readStagedRows(id, [5, 2, 99])).map((row) => row.row)).toEqual([2, 5]);
      expect((await web().readStaged(id, 0, 9, 3)).map((row) => row.row)).toEqual([2, 3]);
    });

    it('cleaning is bounded, repeats until nothing is left, and touches no other import', async () => {
      const sheet = { fields: ['email'], rows: [['a'], ['b']] };
      const [id, other] = [await stage(web(), sheet), await stage(web(), sheet)];
      for (const each of [id, other]) {
        await web().savePlans(await openShard(web(), each, 'check', 1, 3), 3, mapping, [planned(2), planned(3)], {});
      }
      await drain(id, 'checks');
      expect(await web().readKeyed(id, ['email:2@example.com'], 9)).toEqual([]);
      expect(await web().readStaged(id, 0, 9)).toHaveLength(2);
      await drain(id, 'all');
      expect(await web().readStaged(id, 0, 9)).toEqual([]);
      expect(await web().readKeys(id, 2)).toEqual([]);
      expect(await web().readStaged(other, 0, 9)).toHaveLength(2);
      expect(await web().readKeys(other, 2)).toEqual(['email:2@example.com']);
    });

    it('who comes late removes nothing of what the next one wrote', async () => {
      const id = await stage(web(), { fields: ['email'], rows: [['a'], ['b']] });
      const late = await openShard(worker(), id, 'check', 1, 3);
      await web().savePlans(late, 2, mapping, [planned(2)], {});
      expect(await worker().cleanStaging(id, 'checks', late)).toBe(true);
      expect(await worker().cleanStaging(id, 'all', late)).toBe(true);
      expect(await web().readKeyed(id, ['email:2@example.com'], 9)).toHaveLength(1);
      expect(await web().readStaged(id, 0, 9)).toHaveLength(2);
    });

    it('edits and exclusions stay where row and column still exist, and only there', async () => {
      const id = await reviewed(web(), 5);
      await edit(web(), id, 2, { 0: 'kept', 3: 'column is gone' }, false);
      await edit(web(), id, 3, { 3: 'column is gone' }, true);
      await edit(web(), id, 4, { 4: 'column is gone' }, false);
      await edit(web(), id, 5, { 0: 'row is gone' }, true);
      await edit(web(), id, 6, {}, true);
      await web().moveImport(id, ['review'], 'reading', { restart: true });
      await drain(id, 'all');
      const shard = await openShard(web(), id, 'read', 1, 9);
      await web().stageRows(shard, [raw(2), raw(3), raw(4), raw(6)], {});
      await web().dropLostEdits(id, 3, []);
      expect(await worker().readEdits(id)).toEqual([
        { row: 2, edits: { 0: 'kept' }, excluded: false },
        { row: 3, edits: {}, excluded: true },
        { row: 6, edits: {}, excluded: true },
      ]);
    });

    it('what was typed into a column that is sealed from now on is sealed, in its log too, and once', async () => {
      const id = await reviewed(web(), 3);
      await edit(web(), id, 2, { 0: 'kept', 1: '123-45-6789' }, false);
      await worker().sealEdits(id, [1]);
      const token = web().vault.seal('123-45-6789');
      const sealed = [{ row: 2, edits: { 0: 'kept', 1: token }, excluded: false }];
      expect(await web().readEdits(id)).toEqual(sealed);
      await worker().sealEdits(id, [1]);
      expect(await web().readEdits(id)).toEqual(sealed);
      expect(await web().countRows(id, { q: 'kept' })).toBe(1);
      expect(await web().countRows(id, { q: token.slice(20, 24) })).toBe(0);
      // Where the column is not sealed any more, nobody could read it.
      await worker().dropLostEdits(id, 3, []);
      expect(await web().readEdits(id)).toEqual([{ row: 2, edits: { 0: 'kept' }, excluded: false }]);
    });

    it('reserved ids are never given twice, also to many at once', async () => {
      const counts = Array.from({ length: 40 }, (_, at) => 1 + (at % 7));
      const firsts = await Promise.all(counts.map((count, at) => (at % 2 ? web() : worker()).reserveIds(count)));
      const given = firsts.flatMap((first, at) => Array.from({ length: counts[at]! }, (_, more) => first + more));
      expect(new Set(given).size).toBe(given.length);
      expect(Math.min(...given)).toBeGreaterThanOrEqual(1_000_000_000_000);
    });

    async function drain(id: number, what: 'all' | 'checks') {
      for (let parts = 1; !(await web().cleanStaging(id, what)); parts++) expect(parts).toBeLessThan(20);
    }
  });

async function reviewed(store: Store, rows: number): Promise<number> {
  const id = await stage(store, { fields: ['email'], rows: Array.from({ length: rows }, (_, at) => [`${at}`]) });
  await store.moveImport(id, ['checking'], 'review');
  return id;
}

async function edit(store: Store, importId: number, row: number, edits: EditWrite['edits'], excluded: boolean) {
  const { revision } = await importOf(store, importId);
  const write = { importId, mapping, revision, row, edits, excluded, log: [], plans: [planned(row)], owners: [] };
  expect(await store.saveEdit(write)).toBe(true);
}
