import { formatNumber } from '@/components/shell/numbers';
import { Page } from '@/components/shell/page';
import type { InvitationRecord, PersonRecord } from '@/lib/auth/account-store';
import { Invitations } from './invitations';
import { InvitePerson } from './invite-person';
import type { PeopleActions } from './people-actions';
import classes from './people-page.module.css';
import { PeopleTable } from './people-table';

/** Who may come in and what they may do, and who is invited. */
export function PeoplePage({
  people,
  invitations,
  actions,
}: {
  people: PersonRecord[];
  invitations: InvitationRecord[];
  actions: PeopleActions;
}) {
  return (
    <Page title="People" aside={formatNumber(people.length)} actions={<InvitePerson invite={actions.invitePerson} />}>
      <PeopleTable people={people} actions={actions} />
      {invitations.length > 0 && <Invitations invitations={invitations} withdraw={actions.withdrawInvitation} />}
      <section className={classes.section} aria-labelledby="forgotten">
        <h2 id="forgotten">Somebody forgot their password</h2>
        <p>
          On the server, <code>npm run admin -- reset-password --email name@example.com</code> sets a new one. It also
          switches their second factor off and signs them out everywhere.
        </p>
      </section>
    </Page>
  );
}
