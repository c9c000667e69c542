'use client';
import { Alert, Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { Icon } from './icon';
import classes from './shown-once.module.css';

/** A text that is shown this one time: a link or a key, to be copied. Takes the focus, with all of it selected. */
export function ShownOnce({ label, value, warning }: { label: string; value: string; warning: string }) {
  const input = useRef<HTMLInputElement>(null);
  const { copy, copied } = useClipboard({ timeout: 4000 });
  useEffect(() => input.current?.focus(), []);
  return (
    <div className={classes.root}>
      <Alert color="warning" icon={<Icon name="warning" />} role="note">
        {warning}
      </Alert>
      <TextInput
        ref={input}
        label={label}
        value={value}
        readOnly
        spellCheck={false}
        classNames={{ input: classes.text }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.actions}>
        <Button
          leftSection={<Icon name={copied ? 'check' : 'copy'} />}
          onClick={() => {
            // Over plain http there is no clipboard to write to: then it stands selected, for Ctrl+C.
            input.current?.select();
            copy(value);
          }}
        >
          Copy
        </Button>
        <span role="status" className={classes.said}>
          {copied ? 'Copied' : ''}
        </span>
      </div>
    </div>
  );
}
