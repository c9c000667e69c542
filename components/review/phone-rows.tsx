'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { ScrollRegion } from '@/components/shell/scroll-region';
import { useGrid, useGridStore } from './grid/use-grid';
import classes from './phone.module.css';
import { PhoneCard } from './phone-card';

/** Browsers cap an element's height; on a phone, filters are the way to rows further down than this. */
const mostCards = 20_000;

/** Rows as cards, for narrow screens: what has to be fixed first. */
export function PhoneRows() {
  const store = useGridStore();
  const total = useGrid((grid) => grid.source.total);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: Math.min(total ?? 0, mostCards),
    getScrollElement: () => scroller.current,
    estimateSize: () => 220,
    overscan: 3,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => store.source.want(first, last), [store, first, last]);
  return (
    <ScrollRegion ref={scroller} className={classes.scroller} aria-label="Rows">
      <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className={classes.place}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <PhoneCard place={item.index} />
          </div>
        ))}
      </div>
      {(total ?? 0) > mostCards && <p className={classes.more}>Use a filter to see the rows after these.</p>}
    </ScrollRegion>
  );
}
