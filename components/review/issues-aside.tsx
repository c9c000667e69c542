'use client';
import { Drawer } from '@mantine/core';
import type { ComponentProps } from 'react';
import { IssuesPanel } from './issues-panel';
import classes from './review.module.css';
import { usePanel } from './use-panel';

/** The causes beside the grid; below 1200 px in a drawer. Whether they are shown is kept in the URL. */
export function IssuesAside(props: Omit<ComponentProps<typeof IssuesPanel>, 'onHide'>) {
  const { isNarrow, shown, close } = usePanel();
  if (!isNarrow)
    return !shown ? null : (
      <aside className={classes.aside}>
        <IssuesPanel {...props} onHide={close} />
      </aside>
    );
  return (
    <Drawer
      opened={shown}
      onClose={close}
      position="right"
      size={320}
      padding={0}
      title="Issues by cause"
      closeButtonProps={{ 'aria-label': 'Close issues by cause' }}
      styles={{ header: { padding: '0 12px 0 16px' }, title: { fontWeight: 600 } }}
    >
      <IssuesPanel
        {...props}
        show={(filter) => {
          props.show(filter);
          close();
        }}
      />
    </Drawer>
  );
}
