'use client';
import { Kbd } from '@mantine/core';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '@/components/shell/icon';
import type { Failure } from './edits';
import classes from './floating.module.css';
import { floatingRoot, placeBelow, type Spot } from './place-below';

/** Below the editor: what is wrong, what would put it right, and the keys. */
export function EditorNote({
  anchor,
  long,
  tone,
  message,
  suggestion,
  failure,
  onUse,
  onDiscard,
}: {
  /** The field of the editor, below which it stands. */
  anchor: RefObject<Element | null>;
  /** It has several lines. */
  long: boolean;
  tone: 'error' | 'warning';
  message: string | undefined;
  suggestion: string | undefined;
  failure: Failure | undefined;
  onUse: (text: string) => void;
  onDiscard: () => void;
}) {
  const [spot, setSpot] = useState<Spot | null>(null);
  const height = 44 + (message ? 52 : 0) + (suggestion || failure ? 44 : 0);
  // Where the editor is, is only known once it is laid out.
  useLayoutEffect(() => {
    setSpot(placeBelow(anchor.current?.closest('[data-editor]') ?? null, 276, height));
  }, [anchor, height]);
  if (!spot) return null;
  return createPortal(
    <div className={classes.note} style={spot} data-cell-note>
      {message && (
        <p className={classes.message} id="cell-note">
          <span style={{ color: `var(--${tone})` }}>
            <Icon name={tone} />
          </span>
          {message}
        </p>
      )}
      {suggestion && (
        <button
          type="button"
          className={classes.use}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onUse(suggestion)}
        >
          <span>
            Use <b>{suggestion}</b>
          </span>
          <span>
            <Kbd>Alt</Kbd> <Kbd>Enter</Kbd>
          </span>
        </button>
      )}
      {failure && (
        <button
          type="button"
          className={classes.use}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onDiscard}
        >
          Give up my text{failure.current === undefined ? '' : ` and keep “${failure.current || 'blank'}”`}
        </button>
      )}
      <p className={classes.keys}>
        <Kbd>Enter</Kbd> save{' '}
        {long && (
          <>
            <Kbd>Shift Enter</Kbd> new line{' '}
          </>
        )}
        <Kbd>Esc</Kbd> {failure ? 'leave' : 'leave as it was'}
      </p>
    </div>,
    floatingRoot(),
  );
}
