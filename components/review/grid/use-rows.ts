'use client';
import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GridStore } from './grid-store';
import { follow, isScaled, reveal, rowHeight, rowsAround, scaleOf, toScroll } from './scroll-scale';

const headHeight = 44;
const overscan = 8;
/** Once scrolling rests for this time (ms), the thumb is put where the rows are. */
const rest = 180;

/** The rows near the viewport: which ones, and where the layer that holds them lies. */
export function useRows(store: GridStore, rows: number, scroller: RefObject<HTMLDivElement | null>) {
  const [viewport, setViewport] = useState(700);
  const scale = useMemo(() => scaleOf(rows, viewport), [rows, viewport]);
  const place = useRef({ scroll: 0, top: 0 });
  const [shown, setShown] = useState({ first: 0, last: -1, offset: 0 });
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const opened = useRef(false);

  const show = useCallback(() => {
    const { first, last } = rowsAround(scale, place.current.top, overscan);
    const offset = place.current.scroll - place.current.top;
    const update = () =>
      setShown((was) =>
        was.first === first && was.last === last && was.offset === offset ? was : { first, last, offset },
      );
    // The first rows are rendered in pieces: all their cells at once would hold up a page that is just being opened.
    if (opened.current) update();
    else startTransition(update);
    store.source.want(first, last);
    const seen = rowsAround(scale, place.current.top, 0);
    store.setInView(seen.first, seen.last);
  }, [scale, store]);

  const onScroll = useCallback(() => {
    const scroll = scroller.current?.scrollTop ?? 0;
    if (scroll === place.current.scroll) return;
    place.current = { scroll, top: follow(scale, place.current, scroll) };
    show();
    if (!isScaled(scale)) return;
    clearTimeout(resting.current);
    resting.current = setTimeout(
      () => moveTo(scroller.current, place.current, toScroll(scale, place.current.top), show),
      rest,
    );
  }, [scale, scroller, show]);

  useEffect(() => {
    opened.current ||= shown.last >= 0;
  }, [shown]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setViewport(Math.max(rowHeight, element.clientHeight - headHeight)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  // Fewer rows or another height: stay where it is possible, and load what is in view.
  useEffect(() => {
    const scroll = scroller.current?.scrollTop ?? 0;
    place.current = { scroll, top: follow(scale, place.current, scroll) };
    show();
  }, [scale, scroller, show]);

  const revealRow = useCallback(
    (row: number) => {
      const top = reveal(scale, place.current.top, row);
      if (top === place.current.top) return;
      place.current.top = top;
      moveTo(scroller.current, place.current, toScroll(scale, top), show);
    },
    [scale, scroller, show],
  );

  const page = Math.max(1, Math.floor(viewport / rowHeight) - 1);
  return { scale, shown, onScroll, revealRow, page };
}

/** Sets the scroll position without taking it for a hand's. */
function moveTo(
  element: HTMLDivElement | null,
  place: { scroll: number; top: number },
  scroll: number,
  show: () => void,
) {
  if (!element) return;
  element.scrollTop = scroll;
  place.scroll = element.scrollTop;
  show();
}
