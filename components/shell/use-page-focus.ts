'use client';
import { useEffect, useRef } from 'react';

export const pageId = 'page';

/** Nothing of the page has the focus: it is nowhere, or where a change of page put it. */
export const isFocusFree = (): boolean => {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.id === pageId;
};

/** After a change of page the focus is at the start of the page, unless something there has taken it. */
export function usePageFocus(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    const timer = setTimeout(() => {
      shown.current = path;
      if (isFocusFree()) document.getElementById(pageId)?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [path]);
}
