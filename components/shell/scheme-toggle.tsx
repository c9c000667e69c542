'use client';
import { ActionIcon, NavLink, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Icon } from './icon';
import classes from './navigation.module.css';
import { useMounted } from './use-mounted';

/** Dark on or off. The browser remembers it; before that the system decides. */
export function SchemeToggle({ rail }: { rail: boolean }) {
  const { dark, toggle } = useDark();
  return (
    <Tooltip label="Dark" position="right" disabled={!rail}>
      <NavLink
        component="button"
        type="button"
        aria-pressed={dark}
        aria-label={rail ? 'Dark' : undefined}
        label={rail ? undefined : 'Dark'}
        leftSection={<Icon name="moon" />}
        rightSection={!rail && dark ? <Icon name="check" size={14} /> : undefined}
        onClick={toggle}
        styles={{ root: { height: rail ? 36 : 32 } }}
        classNames={{ root: classes.link, section: classes.section, label: classes.label, body: classes.body }}
      />
    </Tooltip>
  );
}

/** The same for the phone, where the navigation has no room for it. */
export function SchemeIcon() {
  const { dark, toggle } = useDark();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      className={classes.phoneOnly}
      aria-label="Dark"
      aria-pressed={dark}
      onClick={toggle}
    >
      <Icon name="moon" size={20} />
    </ActionIcon>
  );
}

function useDark() {
  const { setColorScheme } = useMantineColorScheme();
  // What the browser remembers is not known to the server: until the page has mounted, it reads as light.
  const scheme = useComputedColorScheme('light');
  const dark = useMounted() && scheme === 'dark';
  return { dark, toggle: () => setColorScheme(dark ? 'light' : 'dark') };
}
