import { expect, it } from 'vitest';
import { openJson } from './open-json';

const open = (text: string, most?: number) => openJson(Buffer.from(text), { list: 'customers', most });
const longest = async (work: Promise<unknown>): Promise<number> => {
  let held = 0;
  let since = performance.now();
  const watch = setInterval(() => {
    held = Math.max(held, performance.now() - since);
    since = performance.now();
  }, 1);
  await work;
  clearInterval(watch);
  return held;
};

it('too many entries are refused where the first of them stands, whatever comes behind', async () => {
  expect(await open('{"customers":[1,2],"x":1}', 2)).toMatchObject({ ok: true });
  const fault = { code: 'too_many_entries', path: ['customers'], message: 'more than 2 entries' };
  expect(await open('{"customers":[1,2,3', 2)).toEqual({ ok: false, fault });
  const began = performance.now();
  expect(await open(`{"customers":[${'{},'.repeat(10_000_000)}`, 10_000)).toMatchObject({ ok: false });
  expect(performance.now() - began).toBeLessThan(1000);
});

it('an entry above half a megabyte is refused by its number, however many small ones are there', async () => {
  const large = `"${'x'.repeat(512 * 1024)}"`;
  expect(await open(`{"customers":[1,2,${large}]}`)).toMatchObject({
    ok: false,
    fault: { code: 'entry_too_large', path: ['customers', 2] },
  });
  expect(await open(`{"other":${large},"customers":[1]}`)).toMatchObject({ ok: false, fault: { path: [] } });
  expect(await open(`{"customers":[1],"other":${large}}`)).toMatchObject({ ok: false, fault: { path: [] } });
  const most = large.slice(0, 500_000);
  expect(await open(`{"customers":[${Array(10).fill(`${most}"`)}]}`)).toMatchObject({ ok: true });
});

it('only the list of the outermost object is the list', async () => {
  for (const text of ['[1]', '{"customers":{"customers":[1]}}', '{"other":[1]}', '5', '{"customers":7}']) {
    expect(await open(text, 0)).toEqual({ ok: true, json: { shell: JSON.parse(text), entries: null, faults: [] } });
  }
});

it('fifty megabytes leave others their turn', async () => {
  const customer = { id: 1, email: 'ann@example.com', addresses: [{ city: 'Zoë', number: 12 }], text: 'x'.repeat(400) };
  const text = `{"customers":[${Array(100_000).fill(JSON.stringify(customer))}]}`;
  const bytes = Buffer.from(text);
  const held = await longest(
    openJson(bytes, { list: 'customers' }).then((opened) => expect(opened).toMatchObject({ ok: true })),
  );
  // A slice takes a millisecond; the rest is what a busy machine adds.
  expect(held).toBeLessThan(250);
});
