import { type SQL, sql } from 'drizzle-orm';
import {
  mostUnread,
  type NewNotification,
  type NotificationKind,
  type NotificationStore,
} from '../../lib/notifications';
import type { Engine } from '../engine';
import type { Write } from '../write';
import { int, text } from './casts';

export const notificationStore = (engine: Engine): NotificationStore => ({
  async notify(notification) {
    await engine.writeAll([notificationWrite(notification)]);
  },

  async listNotifications({ person, before, limit }) {
    const older = before === undefined ? sql`` : sql`where n.id < ${before}`;
    const read = person === null ? sql`null` : sql`case when ${isNews(person)} then 0 else 1 end`;
    const rows = await engine.rows(
      sql`select n.id, n.kind, n.import_id, n.created_at, ${read} from notifications n ${older}
        order by n.id desc limit ${limit}`,
    );
    return (rows as [number, NotificationKind, number, number, number | null][]).map(
      ([id, kind, importId, createdAt, seen]) => ({
        ...{ id, kind, importId, createdAt },
        read: seen === null ? null : seen === 1,
      }),
    );
  },

  async countUnread(person) {
    const rows = await engine.rows(
      sql`select count(*) from (select n.id from notifications n where ${isNews(person)} limit ${mostUnread}) u`,
    );
    return Number(rows[0]![0]);
  },

  async markRead(person, what) {
    await engine.writeAll('upTo' in what ? readUpTo(person, what.upTo) : [readSome(engine, person, what.ids)]);
  },
});

/**
 * Tells that an import came to its end, to be written in the same transaction as that end. Of an import that is deleted
 * nothing is told.
 */
export const notificationWrite = ({ kind, importId }: NewNotification): Write => ({
  statement: sql`insert into notifications (kind, import_id, created_at)
    select ${text(kind)}, i.id, ${int(Date.now())} from imports i where i.id = ${importId} and i.deleted_at is null`,
});

/** Takes the notifications of an import away with it, so that no link leads to nothing. */
export const forgetNotifications = (importId: number): Write[] => [
  {
    statement: sql`delete from notification_reads where notification_id in
      (select id from notifications where import_id = ${importId})`,
  },
  { statement: sql`delete from notifications where import_id = ${importId}` },
];

/** What came before somebody had an account is not news to them. One bound, so that nothing below it is ever looked at. */
const isNews = (person: string): SQL => sql`(n.id > (select coalesce(max(b.id), 0) from (
    select m.up_to as id from notification_marks m where m.person_id = ${person}
    union all select e.id from (select o.id from notifications o where o.created_at <
      (select p.created_at from people p where p.id = ${person}) order by o.created_at desc, o.id desc limit 1) e) b)
  and not exists (select 1 from notification_reads r where r.person_id = ${person} and r.notification_id = n.id))`;

const readSome = ({ dialect }: Engine, person: string, ids: number[]): Write => ({
  statement: sql`insert into notification_reads (person_id, notification_id)
    select ${text(person)}, n.id from notifications n where n.id ${dialect.numbers(ids)} and ${isNews(person)}
    on conflict do nothing`,
});

/** The mark goes no further than the last one there is: what comes later is news. It never goes back. */
const readUpTo = (person: string, upTo: number): Write[] => [
  {
    statement: sql`insert into notification_marks (person_id, up_to)
      select ${text(person)}, max(id) from notifications where id <= ${upTo} having max(id) is not null
      on conflict (person_id) do update set up_to = excluded.up_to where excluded.up_to > notification_marks.up_to`,
  },
  { statement: sql`delete from notification_reads where person_id = ${person} and notification_id <= ${upTo}` },
];
