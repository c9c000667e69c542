'use client';
import { OnceDialog } from '@/components/shell/once-dialog';
import type { KeyActions } from './key-actions';
import { KeyForm } from './key-form';

/** Makes a key and shows it, once. */
export const CreateKey = ({ createKey }: { createKey: KeyActions['createKey'] }) => (
  <OnceDialog<{ name: string; key: string }>
    verb="Make an API key"
    form={(onMade, onClose) => <KeyForm createKey={createKey} onMade={onMade} onClose={onClose} />}
    show={({ name, key }) => ({
      title: `The API key ${name}`,
      label: 'Key',
      value: key,
      warning: 'This key is shown only now. Keep it where only the program can read it; it is as good as a password.',
    })}
  />
);
