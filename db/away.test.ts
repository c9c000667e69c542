import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { isAway, isFull } from './away';
import { DatabaseError } from './sqlite/threads';

it('a database without room is told from one that is away, and from a fault of ours', () => {
  const database = new Database(':memory:');
  database.exec('create table t (a text)');
  database.pragma('max_page_count = 4');
  const failing = (work: () => unknown): Error => {
    try {
      work();
    } catch (error) {
      return error as Error;
    }
    throw new Error('It worked.');
  };
  const fault = failing(() => database.prepare('insert into t values (hex(zeroblob(100000)))').run());
  const { code } = fault as Error & { code: string };
  expect([isFull(fault), isAway(fault)]).toEqual([true, false]);
  // As it comes out of the thread, and out of the query builder.
  const handedOn = new Error('Failed query', { cause: new DatabaseError(fault.message, code) });
  expect([isFull(handedOn), isAway(handedOn)]).toEqual([true, false]);
  expect([isFull(failing(() => database.prepare('select nonsense'))), isFull(null)]).toEqual([false, false]);
  expect(isFull(Object.assign(new Error('could not extend file'), { code: '53100' }))).toBe(true);
});
