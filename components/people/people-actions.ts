import type { Role } from '@/lib/auth/permissions';
import type { Answered } from '@/lib/contracts/action-refused';

type Changed = 'changed' | 'last_administrator' | 'gone';

/** The server actions of the page; they are handed down, because parts know no pages. */
export interface PeopleActions {
  changeRole: (input: { id: string; role: Role }) => Promise<Answered<Changed>>;
  changeAccess: (input: { id: string; disabled: boolean }) => Promise<Answered<Changed>>;
  invitePerson: (input: {
    email: string;
    role: Role;
  }) => Promise<Answered<{ status: 'invited'; link: string } | { status: 'taken' }>>;
  withdrawInvitation: (input: { id: string }) => Promise<Answered<boolean>>;
}

/** Why nothing was changed, as a sentence; nothing where it was. */
export function refusalOf(changed: Changed, name: string): string | undefined {
  if (changed === 'gone') return 'This person is not there any more. Reload the page.';
  if (changed === 'last_administrator')
    return `${name} is the only administrator. Make somebody else an administrator first.`;
  return undefined;
}
