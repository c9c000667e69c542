'use client';
import { OnceDialog } from '@/components/shell/once-dialog';
import { roleWords } from '@/components/shell/role-words';
import { type Invited, InviteForm } from './invite-form';
import type { PeopleActions } from './people-actions';

/** Makes a link by which somebody joins. No mail is sent: the administrator hands it on. */
export const InvitePerson = ({ invite }: { invite: PeopleActions['invitePerson'] }) => (
  <OnceDialog<Invited>
    verb="Invite a person"
    form={(onMade, onClose) => <InviteForm invite={invite} onInvited={onMade} onClose={onClose} />}
    show={({ email, link, role }) => ({
      title: `Invitation for ${email}`,
      label: 'Link',
      value: link,
      warning: `This link is shown only now, and no mail is sent. Whoever opens it within seven days joins as ${roleWords[role].toLowerCase()}.`,
    })}
  />
);
