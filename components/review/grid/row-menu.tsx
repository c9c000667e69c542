'use client';
import { Button, Kbd } from '@mantine/core';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatNumber } from '@/components/shell/numbers';
import { PageLink } from '../../shell/page-link';
import classes from './floating.module.css';
import { floatingRoot, placeBelow, type Spot } from './place-below';
import { toggleExclusion } from './range-work';
import { sentencesOf, statusOf } from './row-status';
import { useGrid, useGridStore } from './use-grid';

/** What a row's status opens: why it counts as what it counts as, and taking it out or in. */
export function RowMenu({ scroller }: { scroller: RefObject<HTMLDivElement | null> }) {
  const place = useGrid((grid) => grid.menu);
  return place === null ? null : <OpenMenu key={place} place={place} scroller={scroller} />;
}

function OpenMenu({ place, scroller }: { place: number; scroller: RefObject<HTMLDivElement | null> }) {
  const store = useGridStore();
  const row = useGrid((grid) => grid.row(place));
  const readOnly = useGrid((grid) => grid.readOnly);
  const box = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const close = () => store.go({ row: place, col: 0 });

  useLayoutEffect(() => {
    setSpot(placeBelow(scroller.current?.querySelector(`[data-place="${place}"] [data-col="0"]`) ?? null, 276, 160));
  }, [place, scroller]);
  useEffect(() => {
    if (!spot) return;
    (box.current?.querySelector<HTMLElement>('button') ?? box.current)?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) store.collapse();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [spot, store]);

  if (!row || !spot) return null;
  const sentences = sentencesOf(row);
  return createPortal(
    <div
      ref={box}
      role="dialog"
      aria-label={`Row ${formatNumber(row.row)}`}
      tabIndex={-1}
      className={classes.note}
      style={spot}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Tab') return;
        event.preventDefault();
        close();
      }}
    >
      <p className={classes.title}>
        Row {formatNumber(row.row)}: {statusOf(row).word}
      </p>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {row.customerId !== null && row.disposition !== 'create' && (
        <p>
          <PageLink href={`/customers/${row.customerId}`} style={{ color: 'var(--accent-text)' }}>
            Customer {row.customerId}
          </PageLink>
        </p>
      )}
      {!readOnly && (
        <div className={classes.actions}>
          <Button
            size="xs"
            rightSection={<Kbd>Ctrl E</Kbd>}
            onClick={() => {
              close();
              toggleExclusion(store);
            }}
          >
            {row.state === 'excluded' ? 'Include' : 'Exclude'} row {formatNumber(row.row)}
          </Button>
        </div>
      )}
    </div>,
    floatingRoot(),
  );
}
