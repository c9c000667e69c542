'use client';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from '@/components/shell/icon';
import classes from './fold.module.css';

/** Something that is there on demand, or because it has to be looked at. Once open it stays until it is folded by hand. */
export function Fold({
  title,
  note,
  open,
  legend = false,
  className,
  children,
}: {
  title: string;
  /** What is in it, in a word. */
  note: string;
  /** It has to be seen. */
  open: boolean;
  /** It names the group around it. */
  legend?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  const shown = unfolded || open;
  const button = (
    <button
      type="button"
      className={classes.button}
      aria-expanded={shown}
      aria-controls={id}
      onClick={() => setUnfolded(!shown)}
    >
      <Icon name={shown ? 'down' : 'right'} size={14} />
      {title}
    </button>
  );
  // It would be part of the name of the group.
  const beside = !shown && (
    <span className={classes.note} aria-hidden={legend}>
      {note}
    </span>
  );
  return (
    <>
      {legend ? (
        <legend>
          {button}
          {beside}
        </legend>
      ) : (
        <div className={className}>
          {button}
          {beside}
        </div>
      )}
      <div id={id} hidden={!shown} className={classes.content}>
        {shown && children}
      </div>
    </>
  );
}
