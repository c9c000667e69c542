import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { limits } from '../limits';
import type { Operation } from '../records';
import { editRow } from '../review/edit-row';
import type { Store } from '../store';
import { readLedger } from '../testing/database';
import { commit, importOf, outcomesOf, review, stage, submitNow } from '../testing/sheet';
import { withDesk } from '../testing/test-store';
import { cancelImport } from './cancel';
import { runCommit } from './run-commit';
import { submit } from './submit';

const desk = withDesk();
const store = () => desk.store();
const fields = ['email', 'firstName'];

/** Rows of which every tenth is in error. */
const many = (name: string, count: number) => ({
  fields,
  rows: Array.from({ length: count }, (_, at) => [at % 10 === 9 ? 'no address' : `${name}${at}@example.com`, 'x']),
});
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((one, other) => one + other, 0);

/** An import that is committing, with nothing done yet. */
async function started(name: string, count: number): Promise<{ id: number; operation: Operation }> {
  const id = await review(store(), many(name, count));
  await store().startCommit(id, (await importOf(store(), id)).revision);
  return { id, operation: (await store().readOperation(id))! };
}

/** Commits the only shard, taken anew as each attempt takes it. */
const commitShard = (on: Store, importId: number, operation: Operation, signal?: AbortSignal) =>
  runCommit(on, operation, { importId, generation: 1, fromRow: 1 }, { lease: randomUUID(), signal });

describe('submitting', () => {
  it('twice at once does it once, and later answers the first operation', async () => {
    const id = await review(store(), many('twice', 20));
    const { revision } = await importOf(store(), id);
    const before = await store().countCustomers();
    const answers = await Promise.all(
      [store(), desk.other(), store()].map((each) => submit(each, id, revision, randomUUID())),
    );
    expect(new Set(answers.map((answer) => 'operation' in answer && answer.operation)).size).toBe(1);
    expect(answers.filter((answer) => answer.status === 'refused')).toEqual([]);
    expect(await submit(desk.other(), id, revision, randomUUID())).toEqual({
      status: 'committed',
      operation: (answers[0] as { operation: number }).operation,
    });
    expect(await store().countCustomers()).toBe(before + 18);
  });

  it('of an older revision is refused with nothing written', async () => {
    const id = await review(store(), many('stale', 3));
    const { revision } = await importOf(store(), id);
    await editRow(store(), id, 2, { values: { firstName: 'y' } });
    const before = await store().countCustomers();
    expect(await submit(store(), id, revision, randomUUID())).toEqual({ status: 'refused', reason: 'stale' });
    expect(await store().countCustomers()).toBe(before);
    expect(await submit(store(), id, revision + 1, randomUUID())).toMatchObject({ status: 'committed' });
    expect(await submit(store(), id, revision, randomUUID())).toEqual({ status: 'refused', reason: 'wrong_state' });
  });

  it('is refused where nothing can be submitted', async () => {
    const id = await stage(store(), many('early', 2));
    const { revision } = await importOf(store(), id);
    const refused = { status: 'refused', reason: 'wrong_state' };
    expect(await submit(store(), id, revision, randomUUID())).toEqual(refused);
    expect(await submit(store(), 987_654, 1, randomUUID())).toEqual(refused);
    const gone = await review(store(), many('gone', 2));
    await cancelImport(store(), gone);
    expect(await submitNow(store(), gone)).toEqual(refused);
  });

  it('without any row to write finishes with outcomes only', async () => {
    const id = await review(store(), { fields, rows: [['no address', 'x']] });
    expect(await submitNow(store(), id)).toMatchObject({ status: 'committed' });
    expect(await outcomesOf(store(), id)).toEqual({ 2: 'failed issues' });
  });

  it('leaves no job behind where it was committed at once, and one for the worker where it is large', async () => {
    await drainJobs();
    await commit(store(), many('small', 5));
    expect((await drainJobs()).filter((kind) => kind === 'commit')).toEqual([]);
    const id = await review(store(), many('large', limits.submitInline + 1));
    expect(await submitNow(store(), id)).toMatchObject({ status: 'started' });
    expect((await importOf(store(), id)).state).toBe('committing');
    expect((await drainJobs()).filter((kind) => kind === 'commit')).toEqual(['commit']);
  });

  async function drainJobs() {
    const kinds = [];
    for (let job = await store().claimJob('t'); job; job = await store().claimJob('t')) {
      kinds.push(job.kind);
      await store().finishJob(job, 't');
    }
    return kinds;
  }
});

describe('a commit under way', () => {
  it('two at once do each row once', async () => {
    const { id, operation } = await started('both', 3000);
    const ends = await Promise.all([store(), desk.other()].map((each) => commitShard(each, id, operation)));
    expect(ends).toContain('done');
    expect(readLedger(desk.dataDir(), operation.id)).toHaveLength(2700);
    const { outcomes } = await store().readTotals(id);
    expect(outcomes).toMatchObject({ created: 2700, failed: 300 });
    expect(await importOf(store(), id)).toMatchObject({ state: 'committed' });
  });

  it('stopped in the middle, ends after the chunk: the rest is skipped and all rows are accounted for', async () => {
    const { id, operation } = await started('stop', 2600);
    const stopping: Store = {
      ...store(),
      async commitChunk(...given) {
        const result = await store().commitChunk(...given);
        expect(await cancelImport(desk.other(), id)).toBe('stopping');
        return result;
      },
    };
    expect(await commitShard(stopping, id, operation)).toBe('done');
    const { outcomes, rows } = await store().readTotals(id);
    expect(outcomes).toMatchObject({ created: 900, failed: 100, skipped: 1600 });
    expect(sum(outcomes)).toBe(rows);
    expect((await outcomesOf(store(), id))[2601]).toBe('skipped stopped');
    expect(await importOf(store(), id)).toMatchObject({ state: 'committed', stopRequested: true });
    expect(readLedger(desk.dataDir(), operation.id)).toHaveLength(900);
  });

  it('aborted, goes on from its cursor, and its progress is what is done', async () => {
    const { id, operation } = await started('again', 2500);
    const abort = new AbortController();
    const once: Store = {
      ...store(),
      async commitChunk(...given) {
        abort.abort();
        return store().commitChunk(...given);
      },
    };
    await expect(commitShard(once, id, operation, abort.signal)).rejects.toThrow();
    const [shard] = (await store().readShards(id)).filter(({ phase }) => phase === 'commit');
    const { outcomes } = await store().readTotals(id);
    expect(shard).toMatchObject({ cursor: 1001, counters: outcomes });
    expect(sum(outcomes)).toBe(1000);
    expect(await commitShard(store(), id, operation)).toBe('done');
    expect(sum((await store().readTotals(id)).outcomes)).toBe(2500);
    expect(readLedger(desk.dataDir(), operation.id)).toHaveLength(2250);
  });
});

describe('cancelling', () => {
  it('before the commit writes nothing; once more deletes; after the commit it is too late', async () => {
    const id = await review(store(), many('cancel', 3));
    const before = await store().countCustomers();
    expect(await cancelImport(store(), id)).toBe('cancelled');
    expect((await importOf(store(), id)).state).toBe('cancelled');
    expect(await store().countCustomers()).toBe(before);
    expect(await cancelImport(store(), id)).toBe('deleted');
    expect(await cancelImport(store(), id)).toBe('not_found');
    expect(await cancelImport(store(), await commit(store(), many('late', 3)))).toBe('committed');
  });
});
