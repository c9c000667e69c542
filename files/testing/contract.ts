import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFileKey, type Upload } from '../../lib/files';
import type { FilePlace } from '../place';

/** A place of uploaded files as a test has it. */
export interface Place {
  files: FilePlace;
  /** Names of all that is kept: whole files, and what there is of others. */
  kept(): Promise<string[]>;
  /** Leaves behind what an upload has stored when its process is killed. @returns a name that `kept` has for it */
  leavePart(key: string): Promise<string>;
  /** Makes a thing that is kept look as old as that, in ms. */
  age(name: string, by: number): Promise<void>;
}

const MB = 1024 * 1024;
const hour = 3_600_000;

/** Bytes as they come from a socket: in pieces that fit nothing. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_521) yield bytes.subarray(at, at + 65_521);
}

const uploadOf = (bytes: Uint8Array, more: Partial<Upload> = {}): Upload => ({
  bytes: inPieces(bytes),
  announced: bytes.length,
  most: 100 * MB,
  ...more,
});

/** Small ones go in one piece; large ones in parts, of which some have left before the end shows. */
const sizes = [
  ['small', randomBytes(1000)],
  ['larger than two parts', randomBytes(12 * MB + 17)],
] as const;

/** What every place of uploaded files is held to. */
export function filesContract(open: () => Promise<Place>): void {
  let place: Place;
  let files: FilePlace;
  beforeAll(async () => {
    place = await open();
    files = place.files;
  });
  const bytesOf = (key: string) => files.withPath(key, (path) => readFile(path));

  describe.each(sizes)('a file that is %s', (_, bytes) => {
    it('comes back byte for byte, and its size and SHA-256 are told', async () => {
      const key = newFileKey();
      expect(await files.receive(key, uploadOf(bytes))).toEqual({
        status: 'received',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      expect((await bytesOf(key)).equals(bytes)).toBe(true);
    });

    it('is taken without its length being told', async () => {
      const key = newFileKey();
      const received = await files.receive(key, uploadOf(bytes, { announced: null }));
      expect(received).toMatchObject({ status: 'received', size: bytes.length });
      expect((await bytesOf(key)).equals(bytes)).toBe(true);
    });

    it('leaves nothing when it has more bytes than allowed', async () => {
      const before = await place.kept();
      expect(await files.receive(newFileKey(), uploadOf(bytes, { most: bytes.length - 1 }))).toEqual({
        status: 'too_large',
      });
      expect(await place.kept()).toEqual(before);
      expect(await files.receive(newFileKey(), uploadOf(bytes, { most: bytes.length }))).toMatchObject({
        status: 'received',
      });
    });

    it('leaves nothing when fewer bytes came than announced, or more', async () => {
      const before = await place.kept();
      for (const announced of [bytes.length + 1, bytes.length - 1]) {
        expect(await files.receive(newFileKey(), uploadOf(bytes, { announced }))).toEqual({ status: 'cut_off' });
      }
      expect(await place.kept()).toEqual(before);
    });

    it('leaves nothing when the connection breaks, and the reason is passed on', async () => {
      const before = await place.kept();
      const broken = new Error('aborted');
      async function* breaking() {
        yield* inPieces(bytes);
        throw broken;
      }
      const upload = uploadOf(bytes, { bytes: breaking(), announced: bytes.length * 2 });
      await expect(files.receive(newFileKey(), upload)).rejects.toBe(broken);
      expect(await place.kept()).toEqual(before);
    });

    it('is gone when it is removed, and may be removed again', async () => {
      const [key, other] = [newFileKey(), newFileKey()];
      const before = await place.kept();
      for (const each of [key, other]) await files.receive(each, uploadOf(bytes));
      await files.remove(key);
      await files.remove(key);
      await expect(bytesOf(key)).rejects.toMatchObject({ kind: 'missing' });
      expect((await bytesOf(other)).equals(bytes)).toBe(true);
      await files.remove(other);
      expect(await place.kept()).toEqual(before);
    });
  });

  it('a file of no bytes is a file', async () => {
    const key = newFileKey();
    expect(await files.receive(key, uploadOf(Buffer.alloc(0), { announced: null }))).toMatchObject({ size: 0 });
    expect(await bytesOf(key)).toHaveLength(0);
  });

  it('uploads at the same time do not get into each other', async () => {
    const all = Array.from({ length: 4 }, (_, at) => ({ key: newFileKey(), bytes: randomBytes((at + 1) * 2 * MB) }));
    await Promise.all(all.map(({ key, bytes }) => files.receive(key, uploadOf(bytes))));
    const back = await Promise.all(all.map(({ key }) => bytesOf(key)));
    expect(back.map((each, at) => each.equals(all[at]!.bytes))).toEqual([true, true, true, true]);
  });

  it('a file that is not there is a fault that says what to do', async () => {
    const missing = files.withPath(newFileKey(), async () => 'read');
    await expect(missing).rejects.toMatchObject({
      kind: 'missing',
      message: expect.stringContaining('Upload it again'),
    });
  });

  it('what the work answers or throws comes through', async () => {
    const key = newFileKey();
    await files.receive(key, uploadOf(randomBytes(10)));
    expect(await files.withPath(key, async () => 'read')).toBe('read');
    const fault = new Error('row 7');
    await expect(files.withPath(key, () => Promise.reject(fault))).rejects.toBe(fault);
  });

  it('work that was called off does not begin', async () => {
    const key = newFileKey();
    await files.receive(key, uploadOf(randomBytes(10)));
    const reason = new Error('asked to stop');
    const begun: string[] = [];
    const work = files.withPath(key, async (path) => begun.push(path), AbortSignal.abort(reason));
    await expect(work).rejects.toBe(reason);
    await sleep(50);
    expect(begun).toEqual([]);
  });

  it('tells whether there is room', async () => {
    expect(await files.hasRoom(1000)).toBe(true);
  });

  it('only what is old and belongs to no import is swept away', async () => {
    const [known, orphan, fresh, half, freshHalf] = Array.from({ length: 5 }, newFileKey) as [string, ...string[]];
    for (const key of [known, orphan!, fresh!]) await files.receive(key, uploadOf(randomBytes(10)));
    const [part, freshPart] = [await place.leavePart(half!), await place.leavePart(freshHalf!)];
    for (const name of [known, orphan!, part]) await place.age(name, 2 * hour);
    const asked: string[] = [];
    await files.sweep(async (keys) => {
      asked.push(...keys);
      return keys.filter((key) => key === known);
    });
    const left = await place.kept();
    expect([known, fresh, freshPart].map((name) => left.includes(name!))).toEqual([true, true, true]);
    expect([orphan, part].map((name) => left.includes(name!))).toEqual([false, false]);
    expect(asked).toContain(orphan);
  });

  it('hundreds of files left behind are swept away at once', async () => {
    const keys = Array.from({ length: 210 }, newFileKey);
    for (const key of keys) await files.receive(key, uploadOf(Buffer.from('x')));
    const half = await Promise.all(Array.from({ length: 210 }, () => place.leavePart(newFileKey())));
    for (const name of [...keys, ...half]) await place.age(name, 2 * hour);
    await files.sweep(async () => []);
    const left = new Set(await place.kept());
    expect([...keys, ...half].filter((name) => left.has(name))).toEqual([]);
  });
}
