'use client';
import { Alert, Button, Group } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Icon } from '@/components/shell/icon';
import classes from './account-page.module.css';

/** Codes for when the phone is not at hand; shown this one time. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { copy, copied } = useClipboard({ timeout: 4000 });
  const text = codes.join('\n');
  return (
    <div className={classes.steps}>
      <Alert color="warning" icon={<Icon name="warning" />} role="note">
        They are shown only now. Each lets you in once when your phone is not at hand. Without them an administrator of
        the server has to reset your account.
      </Alert>
      <ul className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <Button leftSection={<Icon name="download" />} onClick={() => save(`${text}\n`)}>
          Download
        </Button>
        {/* Over plain http there is no clipboard to write to. */}
        {'clipboard' in navigator && (
          <Button leftSection={<Icon name={copied ? 'check' : 'copy'} />} onClick={() => copy(text)}>
            Copy
          </Button>
        )}
        <span role="status" className={classes.said}>
          {copied ? 'Copied' : ''}
        </span>
      </Group>
      <Group justify="flex-end">
        <Button variant="filled" onClick={onClose} data-autofocus>
          I have kept the codes
        </Button>
      </Group>
    </div>
  );
}

function save(text: string) {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = 'import-desk-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(href);
}
