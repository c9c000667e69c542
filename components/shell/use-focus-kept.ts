'use client';
import { useEffect, useRef } from 'react';
import { isFocusFree, pageId } from './use-page-focus';

/** Where a row of a list goes away together with the button that had the focus, the focus goes to the start of the page. */
export function useFocusKept(rows: number): void {
  const before = useRef(rows);
  useEffect(() => {
    if (rows < before.current && isFocusFree()) document.getElementById(pageId)?.focus({ preventScroll: true });
    before.current = rows;
  }, [rows]);
}
