'use client';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './editor.module.css';
import { floatingRoot, placeOver, type Spot } from './place-below';

/** What is edited in its cell; long texts float over it, in several lines. */
export function EditorBox({ long, children }: { long: boolean; children: ReactNode }) {
  return long ? (
    <FloatingBox>{children}</FloatingBox>
  ) : (
    <div className={classes.editor} data-editor>
      {children}
    </div>
  );
}

const size = { width: 420, height: 176 };

function FloatingBox({ children }: { children: ReactNode }) {
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
