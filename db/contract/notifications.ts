import { describe, expect, it } from 'vitest';
import { mostUnread } from '../../lib/notifications';
import { aPerson } from '../../lib/testing/accounts';
import { newImport } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

export const notificationContract = (open: OpenStore) =>
  describe('notifications', () => {
    const { web, worker } = withTwo(open, 'notifications');
    const person = async (name: string) => (await web().addPerson(aPerson(`${name}@example.com`)))!;
    const ended = async (kind: 'import_done' | 'import_failed' = 'import_done') => {
      const importId = await web().createImport(newImport());
      await worker().notify({ kind, importId });
      return importId;
    };
    const newest = async (who: string | null) => (await web().listNotifications({ person: who, limit: 1 }))[0]!;

    it('come newest first, in parts, and each person has read their own', async () => {
      const [ada, bo] = [await person('ada'), await person('bo')];
      const imports = [await ended(), await ended('import_failed'), await ended()];
      const [third, second, first] = await web().listNotifications({ person: ada, limit: 3 });
      expect([first, second, third].map((each) => each!.importId)).toEqual(imports);
      expect([first!.kind, second!.kind]).toEqual(['import_done', 'import_failed']);
      expect(third!.createdAt).toBeGreaterThan(Date.now() - 60_000);
      expect(await web().listNotifications({ person: ada, before: second!.id, limit: 3 })).toEqual([first]);
      expect(await web().countUnread(ada)).toBe(3);
      await worker().markRead(ada, { ids: [second!.id, second!.id, 987_654_321] });
      await worker().markRead(ada, { ids: [second!.id] });
      expect(await web().countUnread(ada)).toBe(2);
      expect(await web().countUnread(bo)).toBe(3);
      const read = (await web().listNotifications({ person: ada, limit: 3 })).map((each) => each.read);
      expect(read).toEqual([false, true, false]);
    });

    it('of a program are neither read nor unread', async () => {
      await ended();
      expect((await newest(null)).read).toBeNull();
    });

    it('are all read up to the one that was seen: what came meanwhile stays unread, and no mark goes back', async () => {
      const cy = await person('cy');
      await ended();
      const seen = await newest(cy);
      await ended();
      await web().markRead(cy, { upTo: seen.id });
      expect(await worker().countUnread(cy)).toBe(1);
      expect((await newest(cy)).read).toBe(false);
      await web().markRead(cy, { upTo: 987_654_321 });
      expect(await web().countUnread(cy)).toBe(0);
      await web().markRead(cy, { upTo: 1 });
      expect(await web().countUnread(cy)).toBe(0);
      await ended();
      expect(await web().countUnread(cy)).toBe(1);
      await web().markRead(cy, { ids: [] });
      await web().markRead(cy, { upTo: 0 });
      expect(await web().countUnread(cy)).toBe(1);
    });

    it('that came before somebody had an account are not news to them', async () => {
      await ended();
      await new Promise((resolve) => setTimeout(resolve, 5));
      const dee = await person('dee');
      expect(await web().countUnread(dee)).toBe(0);
      expect((await newest(dee)).read).toBe(true);
      await ended();
      expect(await web().countUnread(dee)).toBe(1);
    });

    it('are counted as unread up to a bound', async () => {
      const eve = await person('eve');
      const importId = await ended();
      const some = Array.from({ length: mostUnread + 4 }, () => web().notify({ kind: 'import_done', importId }));
      await Promise.all(some);
      expect(await web().countUnread(eve)).toBe(mostUnread);
    });

    it('go with their import, at once, and none is made of one that is deleted or not there', async () => {
      const fay = await person('fay');
      const id = await ended('import_failed');
      await web().markRead(fay, { ids: [(await newest(fay)).id] });
      await web().moveImport(id, ['reading'], 'failed');
      const before = await web().countUnread(fay);
      await ended();
      await web().deleteImport(id);
      await worker().notify({ kind: 'import_failed', importId: id });
      await worker().notify({ kind: 'import_done', importId: 987_654_321 });
      const left = await web().listNotifications({ person: fay, limit: 100 });
      expect(left.map((each) => each.importId)).not.toContain(id);
      expect(left.map((each) => each.importId)).not.toContain(987_654_321);
      expect(await web().countUnread(fay)).toBe(before + 1);
    });
  });
