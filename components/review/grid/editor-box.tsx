'use client';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './editor.module.css';
import { floatingRoot, placeOver, type Spot } from './place-below';

interface Props {
  /** It stands where it belongs, and can take the focus. */
  onShown: () => void;
  children: ReactNode;
}

/** What is edited in its cell; long texts float over it, in several lines. */
export const EditorBox = ({ long, ...props }: Props & { long: boolean }) =>
  long ? <FloatingBox {...props} /> : <InlineBox {...props} />;

function InlineBox({ onShown, children }: Props) {
  const shown = useEffectEvent(onShown);
  useEffect(() => shown(), []);
  return (
    <div className={classes.editor} data-editor>
      {children}
    </div>
  );
}

const size = { width: 420, height: 176 };

function FloatingBox({ onShown, children }: Props) {
  const cell = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  // Where the cell is, is only known once it is laid out; and it moves when the grid is scrolled.
  useLayoutEffect(() => {
    const place = () => setSpot(placeOver(cell.current, size.width, size.height));
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, []);
  const shown = useEffectEvent(onShown);
  const isPlaced = spot !== null;
  useEffect(() => {
    if (isPlaced) shown();
  }, [isPlaced]);
  return (
    <>
      <div ref={cell} className={classes.editor} />
      {spot &&
        createPortal(
          <div className={classes.floating} style={{ ...spot, height: size.height }} data-editor>
            {children}
          </div>,
          floatingRoot(),
        )}
    </>
  );
}
