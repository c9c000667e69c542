'use client';
import { Button } from '@mantine/core';
import { Icon } from './icon';
import { PageLink } from './page-link';
import classes from './pager.module.css';

/** Paging by cursor: on to the next part of the list, and back to its start. */
export function Pager({
  sentence,
  first,
  next,
}: {
  /** What part of the list this is: “1–25 of 128”. */
  sentence?: string;
  first?: { href: string; label: string } | null;
  next?: { href: string; label: string } | null;
}) {
  if (!sentence && !first && !next) return null;
  return (
    <nav className={classes.root} aria-label="Parts of the list">
      {sentence && <span>{sentence}</span>}
      {first && (
        <Button component={PageLink} href={first.href} size="xs" variant="subtle" color="gray">
          {first.label}
        </Button>
      )}
      {next && (
        <Button component={PageLink} href={next.href} size="xs" rightSection={<Icon name="right" size={14} />}>
          {next.label}
        </Button>
      )}
    </nav>
  );
}
