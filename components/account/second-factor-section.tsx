'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '@/components/shell/icon';
import classes from './account-page.module.css';
import { NewCodes } from './new-codes';
import { SetUpFactor } from './set-up-factor';
import { SwitchOff } from './switch-off';

type Open = 'set-up' | 'codes' | 'off' | null;

/** The second factor: a code of an authenticator app beside the password. */
export function SecondFactorSection({ isOn, hasPassword }: { isOn: boolean; hasPassword: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <section className={classes.section} aria-labelledby="factor">
      <h2 id="factor">Second factor</h2>
      {!hasPassword ? (
        <p className={classes.lead}>Your single sign-on looks after a second factor.</p>
      ) : isOn ? (
        <>
          <p className={classes.lead}>
            <span className={classes.state}>
              <Icon name="check" size={14} />
              On. At sign-in you are asked for a code of your authenticator app, or for a recovery code.
            </span>
          </p>
          <div className={classes.buttons}>
            <Button onClick={() => setOpen('codes')}>Make new recovery codes</Button>
            <Button variant="subtle" color="gray" onClick={() => setOpen('off')}>
              Switch off
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={classes.lead}>
            Off. With it, your password alone lets nobody in: at sign-in you are asked for a code that an app on your
            phone shows.
          </p>
          <div className={classes.buttons}>
            <Button leftSection={<Icon name="lock" />} onClick={() => setOpen('set-up')}>
              Set up a second factor
            </Button>
          </div>
        </>
      )}
      <SetUpFactor opened={open === 'set-up'} onClose={close} />
      <NewCodes opened={open === 'codes'} onClose={close} />
      <SwitchOff opened={open === 'off'} onClose={close} />
    </section>
  );
}
