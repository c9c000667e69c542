import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { InvitationRecord, NewPerson, PeopleStore, PersonRecord } from '../../lib/auth/account-store';
import type { Role } from '../../lib/auth/permissions';
import { type Engine, UniqueTaken } from '../engine';
import type { Write } from '../write';

export function peopleStore(engine: Engine): PeopleStore {
  const { accounts, invitations, people, sessions, twoFactors, verifications } = engine.tables;
  const select = async (where?: SQL): Promise<PersonRecord[]> => {
    // Drizzle names columns of one table without the table, and here both have an id.
    // Before it was noted, a session told by the day.
    const lastSeenAt = sql<number | null>`coalesce(people.last_seen_at,
      (select max(s.updated_at) from sessions s where s.user_id = people.id))`;
    const rows = await engine.db
      .select({ person: people, lastSeenAt })
      .from(people)
      .where(where)
      .orderBy(asc(people.name), asc(people.id));
    return rows.map(({ person, lastSeenAt: seen }) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      role: person.role as Role,
      disabled: person.disabled,
      twoFactorEnabled: person.twoFactorEnabled,
      createdAt: person.createdAt.getTime(),
      lastSeenAt: seen === null ? null : Number(seen),
    }));
  };
  // better-auth keeps sign-ins that wait for their code among what is to be verified: an id of its own, and whose it is.
  const endHalf = (id: string): Write => ({
    statement: engine.db
      .delete(verifications)
      .where(and(eq(verifications.value, id), sql`${verifications.identifier} like '2fa-%'`)),
  });
  const endSessions = (id: string): Write => ({ statement: engine.db.delete(sessions).where(eq(sessions.userId, id)) });
  return {
    async countPeople() {
      const [row] = await engine.rows(sql`select count(*) from people`);
      return Number(row![0]);
    },
    listPeople: () => select(),
    readPerson: async (id) => (await select(eq(people.id, id)))[0] ?? null,
    findPerson: async (email) => (await select(eq(people.email, email.toLowerCase())))[0] ?? null,

    async addPerson(person, where = {}) {
      const id = person.id ?? randomUUID();
      try {
        return (await engine.writeAll(personWrites(engine, id, person, where))) === null ? null : id;
      } catch (error) {
        if (error instanceof UniqueTaken) return null;
        throw error;
      }
    },

    async changePerson(id, { role, disabled }, ways) {
      const stays = sql`(${people.role} <> 'administrator' or ${people.disabled} = 1
        or (${role ?? 'administrator'} = 'administrator' and ${disabled ? 1 : 0} = 0)
        or exists (select 1 from people o join accounts a on a.user_id = o.id and a.provider_id ${engine.dialect.texts([...ways])}
          where o.role = 'administrator' and o.disabled = 0 and o.id <> ${id}))`;
      const list: Write[] = [
        // Two administrators who take each other's role away at the same moment: one of them waits here.
        { statement: sql`update people set updated_at = updated_at where role = 'administrator'` },
        {
          statement: engine.db
            .update(people)
            .set({ ...(role && { role }), ...(disabled !== undefined && { disabled }), updatedAt: new Date() })
            .where(and(eq(people.id, id), stays)),
          expect: 1,
        },
      ];
      return (await engine.writeAll(disabled ? [...list, endSessions(id)] : list)) !== null;
    },

    async resetPassword(id, passwordHash, { secondFactor = false } = {}) {
      const ofPerson = and(eq(accounts.userId, id), eq(accounts.providerId, 'credential'));
      const list: Write[] = [
        { statement: engine.db.delete(accounts).where(ofPerson) },
        credential(engine, id, passwordHash),
        endSessions(id),
        endHalf(id),
      ];
      if (secondFactor) {
        list.push(
          { statement: engine.db.delete(twoFactors).where(eq(twoFactors.userId, id)) },
          { statement: engine.db.update(people).set({ twoFactorEnabled: false }).where(eq(people.id, id)) },
        );
      }
      await engine.writeAll(list);
    },

    async endHalfSignIns(personId) {
      await engine.writeAll([endHalf(personId)]);
    },

    async touchSession(id, personId) {
      const now = Date.now();
      const { db } = engine;
      await engine.writeAll([
        {
          statement: db
            .update(sessions)
            .set({ lastUsedAt: new Date(now) })
            .where(eq(sessions.id, id)),
        },
        { statement: db.update(people).set({ lastSeenAt: now }).where(eq(people.id, personId)) },
      ]);
    },

    async addInvitation({ id = randomUUID(), ...invitation }, tokenHash) {
      const { email, role, createdBy, expiresAt } = invitation;
      const [now, end] = [Date.now(), expiresAt].map((time) => sql.raw(String(time)));
      const list: Write[] = [
        inTurn,
        endInvitationsOf(engine, email),
        {
          statement: sql`insert into invitations (id, token_hash, email, role, created_by, created_at, expires_at)
            select ${id}, ${tokenHash}, ${email}, ${role}, ${createdBy}, ${now}, ${end}
            where not exists (select 1 from people where email = ${email})`,
          expect: 1,
        },
      ];
      return (await engine.writeAll(list)) === null ? null : id;
    },

    async listInvitations() {
      const rows = await engine.db
        .select()
        .from(invitations)
        .where(stillOpen(engine))
        .orderBy(desc(invitations.createdAt));
      return rows.map(invitation);
    },

    async findInvitation(tokenHash) {
      const [row] = await engine.db
        .select()
        .from(invitations)
        .where(and(eq(invitations.tokenHash, tokenHash), stillOpen(engine)));
      return row ? invitation(row) : null;
    },

    async endInvitation(id) {
      return (await engine.writeAll([endInvitation(engine, id)])) !== null;
    },
  };
}

function personWrites(
  engine: Engine,
  id: string,
  { name, email, role, passwordHash }: NewPerson,
  { first, invitation: taken }: { first?: boolean; invitation?: string },
): Write[] {
  const now = Date.now();
  const nobody = first ? sql` where not exists (select 1 from people)` : sql``;
  return [
    inTurn,
    ...(taken ? [endInvitation(engine, taken)] : []),
    endInvitationsOf(engine, email.toLowerCase()),
    {
      statement: sql`insert into people (id, name, email, email_verified, role, disabled, two_factor_enabled, created_at, updated_at)
        select ${id}, ${name}, ${email.toLowerCase()}, 1, ${role}, 0, 0, ${sql.raw(String(now))}, ${sql.raw(String(now))}${nobody}`,
      expect: 1,
    },
    ...(passwordHash === null ? [] : [credential(engine, id, passwordHash)]),
  ];
}

/**
 * The row is everybody's who comes in or is invited: on PostgreSQL the second one waits here, and sees what the first has done. There
 * is no other that is always there.
 */
const inTurn: Write = { statement: sql`update sequences set next = next where name = 'customer_id'` };

const credential = (engine: Engine, userId: string, password: string): Write => {
  const now = new Date();
  const values = { id: randomUUID(), accountId: userId, providerId: 'credential', userId, password };
  return {
    statement: engine.db.insert(engine.tables.accounts).values({ ...values, createdAt: now, updatedAt: now }),
  };
};

const stillOpen = ({ tables: { invitations } }: Engine) =>
  and(isNull(invitations.endedAt), gt(invitations.expiresAt, Date.now()));

const endInvitation = (engine: Engine, id: string): Write => ({
  statement: engine.db
    .update(engine.tables.invitations)
    .set({ endedAt: Date.now() })
    .where(and(eq(engine.tables.invitations.id, id), stillOpen(engine))),
  expect: 1,
});

const endInvitationsOf = (engine: Engine, email: string): Write => ({
  statement: engine.db
    .update(engine.tables.invitations)
    .set({ endedAt: Date.now() })
    .where(and(eq(engine.tables.invitations.email, email), stillOpen(engine))),
});

const invitation = (row: Engine['tables']['invitations']['$inferSelect']): InvitationRecord => ({
  id: row.id,
  email: row.email,
  role: row.role as Role,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
});
