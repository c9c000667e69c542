'use client';
import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Icon } from '@/components/shell/icon';
import { roleWords } from '@/components/shell/role-words';
import { ShownOnce } from '@/components/shell/shown-once';
import { type Invited, InviteForm } from './invite-form';
import type { PeopleActions } from './people-actions';

/** Makes a link by which somebody joins. No mail is sent: the administrator hands it on. */
export function InvitePerson({ invite }: { invite: PeopleActions['invitePerson'] }) {
  const router = useRouter();
  const [opened, { open, close }] = useDisclosure();
  const [invited, setInvited] = useState<Invited | null>(null);
  const end = () => {
    close();
    router.refresh();
  };
  return (
    <>
      <Button
        variant="filled"
        size="md"
        leftSection={<Icon name="plus" />}
        onClick={() => {
          setInvited(null);
          open();
        }}
      >
        Invite a person
      </Button>
      <Modal opened={opened} onClose={end} title={invited ? `Invitation for ${invited.email}` : 'Invite a person'}>
        {invited ? (
          <>
            <ShownOnce
              label="Link"
              value={invited.link}
              warning={`This link is shown only now, and no mail is sent. Whoever opens it within seven days joins as ${roleWords[invited.role].toLowerCase()}.`}
            />
            <Button variant="filled" mt="lg" ml="auto" display="block" onClick={end}>
              I have copied the link
            </Button>
          </>
        ) : (
          <InviteForm invite={invite} onInvited={setInvited} onClose={close} />
        )}
      </Modal>
    </>
  );
}
